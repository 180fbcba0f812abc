import type { Cause } from '../../contract/cause.ts';
import type { Issue } from '../../contract/issue.ts';

type Judged<AnyIssue> = {
  readonly causes: readonly Pick<Cause, 'planned' | 'issue_refs'>[];
  readonly summary: { readonly issue_details: readonly AnyIssue[] };
};

/** What the decision counts: neither planned nor muted. */
export function openIssues<AnyIssue extends Pick<Issue, 'muted'>>({
  causes,
  summary: { issue_details },
}: Judged<AnyIssue>): AnyIssue[] {
  return causes
    .filter(({ planned }) => !planned)
    .flatMap(({ issue_refs }) => issue_refs.flatMap((ref) => issue_details[ref] ?? []))
    .filter(({ muted }) => muted === undefined);
}

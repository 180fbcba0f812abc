import type { IssueTransition } from '../../contract/answers/history.ts';
import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { IssueCode } from '../../contract/issue.ts';
import type { Closed } from '../../contract/scalars.ts';

/** More of whom an incident concerned, and of its sentence, is not kept. */
export const MOST_SUBJECTS = 10;
export const MOST_CHARACTERS = 300;

type Incident = Pick<Closed<IssueTransition>, 'headline' | 'subjects'>;

/** What an issue code is about at this look, by the most urgent cause that it shows in; nothing where it has none. */
export function incidentOf(
  code: IssueCode,
  { causes, summary }: Pick<Closed<FleetSnapshot>, 'causes' | 'summary'>,
): Incident {
  const cause = causes.find(({ issue_refs }) =>
    issue_refs.some((ref) => summary.issue_details[ref]?.code === code),
  );
  if (cause === undefined) return {};
  return {
    headline: shortened(cause.headline),
    subjects: cause.subject.ids.slice(0, MOST_SUBJECTS).map(shortened),
  };
}

function shortened(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - 1)}…`;
}

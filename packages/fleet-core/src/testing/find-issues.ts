import type { Cause, CauseCode } from '../contract/cause.ts';
import type { ChecklistCode, ChecklistRow } from '../contract/checklist.ts';
import type { FleetSnapshot } from '../contract/fleet-snapshot.ts';
import type { Issue, IssueCode } from '../contract/issue.ts';
import type { Closed } from '../contract/scalars.ts';

type Snapshot = Closed<FleetSnapshot>;

/** The issues of one code, without the kind of their subjects, which the code tells. */
export function issuesOf(code: IssueCode, { summary }: Snapshot): Omit<Closed<Issue>, 'subject_kind'>[] {
  return summary.issue_details
    .filter((issue) => issue.code === code)
    .map(({ subject_kind, ...issue }) => issue);
}

/** The codes of all issues, in their order. */
export function issueCodes({ summary }: Snapshot): IssueCode[] {
  return summary.issue_details.map(({ code }) => code);
}

/** The causes of one code, each with the codes of its issues. */
export function causesOf(code: CauseCode, snapshot: Snapshot): (Closed<Cause> & { issues: IssueCode[] })[] {
  const codes = issueCodes(snapshot);
  return snapshot.causes
    .filter((cause) => cause.code === code)
    .map((cause) => ({ ...cause, issues: cause.issue_refs.flatMap((ref) => codes[ref] ?? []) }));
}

/** The answer to one question of the checklist. */
export function rowOf(code: ChecklistCode, { checklist }: Snapshot): Closed<ChecklistRow> {
  const row = checklist.find((each) => each.code === code);
  if (row === undefined) throw new Error(`the checklist has no row ${code}`);
  return row;
}

import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { IssueCode } from '../../contract/issue.ts';
import type { Closed } from '../../contract/scalars.ts';

/** What the issues of these codes say, of these subjects alone where they are named. */
export function issueMessages(
  { summary: { issue_details } }: Closed<FleetSnapshot>,
  codes: readonly IssueCode[],
  subjects?: readonly string[],
): string[] {
  return issue_details
    .filter(({ code, subject }) => codes.includes(code) && (subjects?.includes(subject) ?? true))
    .map(({ message }) => message);
}

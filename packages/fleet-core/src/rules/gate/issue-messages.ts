import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { IssueCode } from '../../contract/issue.ts';

/** What the issues of these codes say, of these subjects alone where they are named. */
export function issueMessages(
  { summary: { issue_details } }: Pick<FleetSnapshot, 'summary'>,
  codes: readonly IssueCode[],
  subjects?: readonly string[],
): string[] {
  return issue_details
    .filter(
      ({ code, subject }) => codes.some((asked) => asked === code) && (subjects?.includes(subject) ?? true),
    )
    .map(({ message }) => message);
}

import type { Summary } from 'fleet-core/contract/summary';

/** One line of the issue list. */
export type IssueRow = {
  readonly key: string;
  readonly severity: string;
  readonly text: string;
  /** When it was first seen, where the API knows. */
  readonly since: string | undefined;
};

/** The issues in the API's order, each with its severity; a text without details is listed as of unknown severity. */
export function issueRows({ issues, issue_details }: Summary): IssueRow[] {
  return issues.map((text, place) => ({
    key: `${place} ${text}`,
    severity: issue_details[place]?.severity ?? '',
    text,
    since: issue_details[place]?.since,
  }));
}

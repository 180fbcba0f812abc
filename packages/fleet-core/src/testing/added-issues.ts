import { ISSUE_CODES, type Issue } from '../contract/issue.ts';
import { CATALOGUE } from '../rules/verdict/catalogue/catalogue.ts';

/** The codes of the added rules. */
export const ADDED_CODES = ISSUE_CODES.filter((code) => !CATALOGUE[code].inSummary);

/** The issues of the added rules in a snapshot, whether it was built here or received. */
export function addedIssues({ summary }: { summary: { issue_details: readonly Issue[] } }): Issue[] {
  const added = new Set<string>(ADDED_CODES);
  return summary.issue_details.filter((issue) => added.has(issue.code));
}

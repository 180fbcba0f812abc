import type { Issue, IssueCode } from 'fleet-core/contract/issue';

/** The severity of the first issue with one of these codes, as the level of what they tell of; the worst is listed first. */
export function levelOf(issues: readonly Issue[], codes: readonly IssueCode[]): { level?: string } {
  const found = issues.find((issue) => codes.some((code) => code === issue.code));
  return found === undefined ? {} : { level: found.severity };
}

import type { FleetSnapshot } from '../contract/fleet-snapshot.ts';
import type { Issue } from '../contract/issue.ts';
import type { Closed } from '../contract/scalars.ts';
import { CATALOGUE } from '../rules/verdict/catalogue/catalogue.ts';

/** The issues that the original dashboard and its additions know, without those of the added rules. */
export function originalIssues({ summary }: Pick<Closed<FleetSnapshot>, 'summary'>): Closed<Issue>[] {
  return summary.issue_details.filter((issue) => CATALOGUE[issue.code].inSummary);
}

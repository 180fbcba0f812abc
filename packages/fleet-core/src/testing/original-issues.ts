import type { FleetSnapshot } from '../contract/fleet-snapshot.ts';
import type { Issue } from '../contract/issue.ts';
import type { Closed } from '../contract/scalars.ts';
import type { FleetReadings } from '../domain/fleet-readings.ts';
import type { Thresholds } from '../domain/thresholds.ts';
import { CATALOGUE } from '../rules/verdict/catalogue/catalogue.ts';
import { makeSnapshot } from './make/make-snapshot.ts';

/** The issues that the original dashboard and its additions know, without those of the added rules. */
export function originalIssues({ summary }: Pick<Closed<FleetSnapshot>, 'summary'>): Closed<Issue>[] {
  return summary.issue_details.filter((issue) => CATALOGUE[issue.code].inSummary);
}

/** Those of a fleet that is well but for these readings, judged by these limits; without since when each is one. */
export function originalIssuesOf(
  overrides: Partial<FleetReadings>,
  thresholds: Partial<Thresholds> = {},
): Omit<Closed<Issue>, 'since'>[] {
  return originalIssues(makeSnapshot(overrides, thresholds)).map(({ since: _, ...issue }) => issue);
}

import type { Process } from 'fleet-core/contract/process';
import type { Summary } from 'fleet-core/contract/summary';
import { HEALTHY, healthWord, RETIRED } from './health-word.ts';

/** Whom the issues name. */
export function namedByIssues(summary: Summary): ReadonlySet<string> {
  return new Set(summary.issue_details.map((issue) => issue.subject));
}

/** Whether it is healthy; one that an issue of the API names is not. */
export function isHealthy(process: Process, named: ReadonlySet<string>): boolean {
  return healthWord(process) === HEALTHY && !named.has(process.process_id);
}

/** Whether it is in trouble: neither healthy nor retired. */
export function isInTrouble(process: Process, named: ReadonlySet<string>): boolean {
  return !isHealthy(process, named) && healthWord(process) !== RETIRED;
}

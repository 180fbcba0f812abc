import type { Dependency } from '../../contract/dependency.ts';
import type { Issue } from '../../contract/issue.ts';
import { type Level, worstLevel } from '../../contract/level.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { Summary } from '../../contract/summary.ts';
import { hostsTable } from '../../domain/database-schema.ts';
import { toInstant } from '../../domain/instant.ts';
import type { Finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { isDeliverer, monitorsAmong } from '../processes/process-type.ts';
import type { JudgedProcess, ProcessCondition } from '../processes/processes.ts';
import { CATALOGUE } from './catalogue/catalogue.ts';
import { nextAction, nextActionText } from './next-action.ts';

const MESSAGES: Record<Level, string> = {
  green: 'fleet is healthy',
  amber: 'fleet needs operator attention',
  red: 'fleet is not safe to advance',
};

/** What the original dashboard says of the fleet: as bad as the worst of its own issues. All issues are listed. */
export function summarize(fleet: JudgedFleet, findings: readonly Finding[]): Closed<Summary> {
  const counted = findings.filter((found) => CATALOGUE[found.code].inSummary);
  const status = worstLevel(counted.map((found) => found.severity));
  const action = nextAction(counted);
  return {
    status,
    message: MESSAGES[status],
    suggested_next_action: nextActionText(
      action,
      fleet.bucket_coverage,
      hostsTable(fleet.readings.schema.table_prefix),
    ),
    suggested_next_action_code: action,
    issues: findings.map((found) => found.message),
    issue_details: findings.map(toIssue),
    ...countProcesses(fleet.in_service),
    dependency_red_count: sumOf(fleet.dependencies, 'red', 'red_count'),
    dependency_amber_count: sumOf(fleet.dependencies, 'amber', 'amber_count'),
  };
}

function toIssue({ code, severity, subject, message, sinceMs, muted }: Finding): Closed<Issue> {
  return {
    code,
    severity,
    subject,
    ...(subject === '' ? {} : { subject_kind: CATALOGUE[code].subject }),
    message,
    ...(sinceMs === undefined ? {} : { since: toInstant(sinceMs) }),
    ...(muted === undefined ? {} : { muted }),
  };
}

/** A stale process counts as stale and as red; an unknown health as amber. One that is retired counts as nothing. */
function countProcesses(processes: readonly JudgedProcess[]) {
  const having = (...conditions: ProcessCondition[]) =>
    processes.filter((judged) => conditions.includes(judged.condition)).length;
  return {
    red_processes: having('stale', 'red'),
    amber_processes: having('amber', 'unknown'),
    green_processes: having('green'),
    stale_processes: having('stale'),
    monitor_processes: monitorsAmong(processes).length,
    deliverer_processes: processes.filter(({ process }) => isDeliverer(process)).length,
  };
}

function sumOf(
  dependencies: readonly Closed<Dependency>[],
  status: Level,
  field: 'red_count' | 'amber_count',
): number {
  return dependencies
    .filter((dependency) => dependency.status === status)
    .reduce((sum, dependency) => sum + dependency[field], 0);
}

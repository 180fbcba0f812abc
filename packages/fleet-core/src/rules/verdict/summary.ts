import type { Dependency } from '../../contract/dependency.ts';
import { type Level, worstLevel } from '../../contract/level.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { Summary } from '../../contract/summary.ts';
import type { JudgedProcess, ProcessCondition } from '../processes/processes.ts';
import { findIssues, type JudgedSections } from './issues.ts';
import { nextAction, nextActionText } from './next-action.ts';

const MESSAGES: Record<Level, string> = {
  green: 'fleet is healthy',
  amber: 'fleet needs operator attention',
  red: 'fleet is not safe to advance',
};

/** The verdict on the whole fleet: as bad as its worst issue. */
export function summarize(
  sections: JudgedSections,
  dependencies: readonly Closed<Dependency>[],
): Closed<Summary> {
  const issue_details = findIssues(sections);
  const status = worstLevel(issue_details.map((issue) => issue.severity));
  const counts = countProcesses(sections.processes);
  const action = nextAction(sections, counts, issue_details.length);
  return {
    status,
    message: MESSAGES[status],
    suggested_next_action: nextActionText(action, sections.bucket_coverage),
    suggested_next_action_code: action,
    issues: issue_details.map((issue) => issue.message),
    issue_details,
    ...counts,
    dependency_red_count: sumOf(dependencies, 'red', 'red_count'),
    dependency_amber_count: sumOf(dependencies, 'amber', 'amber_count'),
  };
}

/** A stale process counts as stale and as red; an unknown health as amber. */
function countProcesses(processes: readonly JudgedProcess[]) {
  const having = (...conditions: ProcessCondition[]) =>
    processes.filter((judged) => conditions.includes(judged.condition)).length;
  const ofType = (type: string) => processes.filter(({ process }) => process.process_type === type).length;
  return {
    red_processes: having('stale', 'red'),
    amber_processes: having('amber', 'unknown'),
    green_processes: having('green'),
    stale_processes: having('stale'),
    monitor_processes: ofType('monitor'),
    deliverer_processes: ofType('deliverer'),
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

import type { IssueCode } from '../../contract/issue.ts';
import type { Level } from '../../contract/level.ts';
import { distinctSorted } from '../code-point-order.ts';
import { type Finding, finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { isMonitor } from './process-type.ts';
import type { JudgedProcess, ProcessCondition } from './processes.ts';

type Trouble = Exclude<ProcessCondition, 'green' | 'retired'>;

const CONDITIONS: Record<Trouble, { severity: Level; code: IssueCode }> = {
  stale: { severity: 'red', code: 'process_stale' },
  red: { severity: 'red', code: 'process_red' },
  amber: { severity: 'amber', code: 'process_amber' },
  unknown: { severity: 'amber', code: 'process_unknown_health' },
};

/** What the rows of process health say of themselves, and that there are none. */
export function processFindings(fleet: JudgedFleet): Finding[] {
  const { processes, in_service, unreadable_processes } = fleet;
  const found = processes.flatMap((judged) => conditionFinding(judged, fleet));
  if (processes.length === 0 && unreadable_processes.length === 0) {
    const message = 'processes: no process has reported its health';
    found.push(finding('amber', 'no_process_snapshots', 'no process has reported', message));
  }
  if (!processes.some(({ process }) => isMonitor(process))) {
    const message = 'processes: no monitor process has reported its health';
    found.push(finding('amber', 'no_monitor_processes', 'no monitor has reported', message));
  } else if (!in_service.some(({ process }) => isMonitor(process))) {
    const message = 'processes: every monitor process that has reported is retired by plan';
    found.push(finding('amber', 'no_monitor_processes', 'every monitor is retired by plan', message));
  }
  found.push(...in_service.filter((judged) => !judged.dependency_health_readable).map(unreadableHealth));
  found.push(...distinctSorted(unreadable_processes).map(unreadableRow));
  return found;
}

function conditionFinding(judged: JudgedProcess, { thresholds }: JudgedFleet): Finding[] {
  const { process, condition } = judged;
  if (condition === 'green' || condition === 'retired') return [];
  const { severity, code } = CONDITIONS[condition];
  const { title, text } = conditionText(judged, condition);
  const message = `process ${process.process_id}: ${text}`;
  const { updated_at_ms } = judged;
  const own =
    condition === 'stale' && updated_at_ms !== null
      ? { sinceMs: updated_at_ms + thresholds.heartbeat_grace_sec * 1000 }
      : {};
  return [
    finding(severity, code, title, message, {
      subject: process.process_id,
      hosts: [process.host_id],
      ...own,
    }),
  ];
}

function conditionText({ process }: JudgedProcess, condition: Trouble): { title: string; text: string } {
  const { process_id, last_heartbeat_age_sec, health_status } = process;
  switch (condition) {
    case 'stale':
      return last_heartbeat_age_sec === null
        ? { title: `${process_id} has no heartbeat`, text: 'no heartbeat' }
        : { title: `${process_id} is silent`, text: `last heartbeat ${last_heartbeat_age_sec}s ago` };
    case 'unknown':
      return {
        title: `${process_id} reports the unknown health "${health_status}"`,
        text: `reports the unknown health "${health_status}"`,
      };
    default:
      return { title: `${process_id} reports ${condition}`, text: `reports health ${condition}` };
  }
}

function unreadableHealth({ process, dependency_health_too_long }: JudgedProcess): Finding {
  const { process_id, host_id } = process;
  const message = dependency_health_too_long
    ? `process ${process_id}: its dependency health is too long to be read`
    : `process ${process_id}: its dependency health is no list of entries`;
  const title = dependency_health_too_long
    ? `${process_id} reports more dependencies than are read`
    : `${process_id} reports dependencies that cannot be read`;
  return finding('amber', 'dependency_health_unreadable', title, message, {
    subject: process_id,
    hosts: [host_id],
  });
}

/** Amber, as all that cannot be judged: the process may be well or not. */
function unreadableRow(process_id: string): Finding {
  const message = `process ${process_id}: its row holds something that cannot be read, so its health is not known`;
  const title = `the row of ${process_id} cannot be read`;
  return finding('amber', 'process_row_unreadable', title, message, { subject: process_id });
}

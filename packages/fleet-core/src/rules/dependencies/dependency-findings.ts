import type { Dependency } from '../../contract/dependency.ts';
import type { DependencyEntry } from '../../contract/process.ts';
import type { Closed } from '../../contract/scalars.ts';
import { distinctSorted } from '../code-point-order.ts';
import { type Finding, finding } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { isActiveMonitor } from '../processes/process-type.ts';
import type { JudgedProcess } from '../processes/processes.ts';
import { countText } from '../text/count-text.ts';
import { errorText } from '../text/error-text.ts';
import { listText } from '../text/list-text.ts';
import { dependencyName } from './dependencies.ts';

/** Trouble that processes report of what they depend on, while they call themselves well. */
export function dependencyFindings(fleet: JudgedFleet): Finding[] {
  const saying = processesSayingRed(fleet.in_service);
  const underGreen = fleet.dependencies.flatMap((one) => redUnderGreen(one, saying.get(one.name) ?? []));
  return [...underGreen, ...openCircuits(fleet)];
}

/** Fresh processes by the dependencies that they report red, each once. */
function processesSayingRed(processes: readonly JudgedProcess[]): Map<string, JudgedProcess[]> {
  const said = processes
    .filter(({ process }) => !process.stale && process.dependency_health.some(saysRed))
    .flatMap((judged) => redNames(judged).map((name) => ({ name, judged })));
  const byName = groupBy(said, ({ name }) => name);
  return new Map([...byName].map(([name, group]) => [name, group.map(({ judged }) => judged)]));
}

function redNames({ process }: JudgedProcess): string[] {
  return [...new Set(process.dependency_health.filter(saysRed).map(dependencyName))];
}

function saysRed({ status }: DependencyEntry): boolean {
  return status === 'red';
}

function redUnderGreen(
  { name, last_error: error }: Closed<Dependency>,
  saying: readonly JudgedProcess[],
): Finding[] {
  if (saying.length === 0 || saying.some(({ condition }) => condition !== 'green')) return [];
  const hosts = distinctSorted(saying.map(({ process }) => process.host_id));
  const said = error === undefined ? '' : `: ${errorText(error)}`;
  const where = `${listText(hosts)}, which ${hosts.length === 1 ? 'reports' : 'report'} green`;
  const message = `dependency ${name}: red on ${where}${said}`;
  const title = `${name} is red on ${where}`;
  return [
    finding('amber', 'dependency_red', title, message, { subject: name, hosts, headline: `${title}${said}` }),
  ];
}

function waitingText(queued: number | null): string {
  return queued === null ? '' : `, and ${countText(queued, 'request waits', 'requests wait')}`;
}

/** A monitor that has given up on WordPress.com for a while queues what it would have asked. */
function openCircuits({ processes }: JudgedFleet): Finding[] {
  return processes
    .filter((judged) => isActiveMonitor(judged) && judged.process.wpcom_circuit_open)
    .map(({ process: { process_id, host_id, wpcom_queue_depth } }) => {
      const message = `process ${process_id}: its circuit to WordPress.com is open${waitingText(wpcom_queue_depth)}`;
      const title = `the WordPress.com circuit of ${host_id} is open`;
      return finding('amber', 'wpcom_circuit_open', title, message, {
        subject: process_id,
        hosts: [host_id],
        headline: `${title}${waitingText(wpcom_queue_depth)}`,
      });
    });
}

import type { PlannedFleet } from '../../domain/plan-in-force.ts';
import { distinctSorted } from '../code-point-order.ts';
import { enabledWorkers } from '../delivery/delivery-workers.ts';
import { type Finding, finding } from '../finding.ts';
import { hostOf, type JudgedFleet } from '../judged-fleet.ts';
import { activeMonitors, isDeliverer, monitorsAmong } from '../processes/process-type.ts';
import type { JudgedProcess } from '../processes/processes.ts';
import { listText } from '../text/list-text.ts';

/** Who was to take part and does not, and who does and was not to. */
export function memberFindings(fleet: JudgedFleet, plan: PlannedFleet): Finding[] {
  const monitors = plan.monitors.map(({ host_id }) => host_id);
  return [
    ...monitors.flatMap((host) => missingMonitor(host, fleet)),
    ...plan.deliverers.flatMap((host) => missingDeliverer(host, fleet)),
    ...unplanned(monitors, activeMonitors(fleet.processes), 'runs an active monitor'),
    ...unplanned(plan.deliverers, enabledWorkers(fleet.processes), 'has delivery workers enabled'),
  ];
}

function missingMonitor(host: string, fleet: JudgedFleet): Finding[] {
  const monitors = monitorsAmong(hostOf(fleet, host).processes);
  return monitors.some(({ active }) => active) ? [] : [missing(host, 'monitor', monitors)];
}

/** Whatever is of type deliverer, or has its workers enabled, may deliver. A database that does not tell of workers accuses nobody. */
function missingDeliverer(host: string, fleet: JudgedFleet): Finding[] {
  const deliverers = hostOf(fleet, host).processes.filter(
    ({ process }) => isDeliverer(process) || process.delivery_workers_enabled === true,
  );
  const active = deliverers.filter((judged) => judged.active);
  if (active.length === 0) return [missing(host, 'deliverer', deliverers)];
  if (active.some(({ process }) => process.delivery_workers_enabled !== false)) return [];
  const title = `${host} is planned as deliverer and its workers are off`;
  return [finding('amber', 'plan_mismatch', title, `plan: ${title}`, { subject: host, hosts: [host] })];
}

function missing(host: string, role: 'monitor' | 'deliverer', there: readonly JudgedProcess[]): Finding {
  const title = `${host} is planned as ${role} and none is active there`;
  const message = `plan: ${title}: ${whyText(there)}`;
  return finding('red', 'plan_member_missing', title, message, { subject: host, hosts: [host] });
}

function whyText(there: readonly JudgedProcess[]): string {
  if (there.length === 0) return 'none has reported';
  return listText(
    there.map(({ process }) => `${process.process_id} is ${process.stale ? 'silent' : process.state}`),
  );
}

/** A plan that names none leaves open who they are. Of one that is retired that is told elsewhere. */
function unplanned(planned: readonly string[], active: readonly JudgedProcess[], what: string): Finding[] {
  if (planned.length === 0) return [];
  const known = new Set(planned);
  return distinctSorted(active.filter(({ retired }) => !retired).map(({ process }) => process.host_id))
    .filter((host) => !known.has(host))
    .map((host) => {
      const title = `${host} ${what} and is not in the plan`;
      return finding('amber', 'plan_mismatch', title, `plan: ${title}`, { subject: host, hosts: [host] });
    });
}

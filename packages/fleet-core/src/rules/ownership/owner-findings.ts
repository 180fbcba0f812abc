import { distinctSorted } from '../code-point-order.ts';
import { type Finding, finding } from '../finding.ts';
import { hostOf, type JudgedFleet } from '../judged-fleet.ts';
import { isInFuture } from '../processes/heartbeat.ts';
import { isActiveMonitor, monitorsAmong } from '../processes/process-type.ts';
import { isStopped, type JudgedProcess } from '../processes/processes.ts';
import { bucketRangeText, rangesText } from '../text/bucket-range-text.ts';
import { durationText } from '../text/duration-text.ts';
import { standsBy } from './bucket-ownership.ts';

/** What the rows of dynamic ownership do not say of themselves. */
export function ownerFindings(fleet: JudgedFleet): Finding[] {
  return [
    ...withoutMonitor(fleet),
    ...inactiveMonitors(fleet),
    ...futureHeartbeats(fleet),
    ...unreadableRows(fleet),
  ];
}

/** Every living monitor refreshes the heartbeats of all rows, so a fresh row proves nothing of its host; who stands by watches nothing. */
function withoutMonitor(fleet: JudgedFleet): Finding[] {
  const { mode, hosts } = fleet.bucket_coverage;
  if (mode === 'pinned' || mode === 'api_controlled') return [];
  return hosts
    .filter(({ host_id }) => !hostOf(fleet, host_id).processes.some(watches))
    .map(({ host_id, bucket_min: min, bucket_max: max }) => {
      const isThere = hostOf(fleet, host_id).processes.some(isActiveMonitor);
      const why = isThere ? 'its monitor is in standby' : 'no active monitor runs there';
      const message = `bucket owner ${host_id}: ${why}, so ${bucketRangeText({ min, max })} ${min === max ? 'is' : 'are'} not watched`;
      const title = `${host_id} owns ${rangesText([{ min, max }])} and ${isThere ? 'is in standby' : 'has no active monitor'}`;
      const about = { subject: host_id, hosts: [host_id] };
      return finding('red', 'owner_without_monitor', title, message, about);
    });
}

function watches(judged: JudgedProcess): boolean {
  return isActiveMonitor(judged) && !standsBy(judged.process);
}

/** Monitors have reported, and not one of them is at work. */
function inactiveMonitors({ processes, in_service }: JudgedFleet): Finding[] {
  if (processes.some(isActiveMonitor)) return [];
  const monitors = monitorsAmong(in_service);
  if (monitors.length === 0) return [];
  const silent = monitors.filter(({ process }) => process.stale);
  const fresh = monitors.filter(({ process }) => !process.stale);
  const stopped = fresh.filter(({ process }) => isStopped(process));
  const counts = [
    { count: stopped.length, word: 'stopped' },
    { count: fresh.length - stopped.length, word: 'stopping' },
    { count: silent.length, word: 'silent' },
  ].filter(({ count }) => count > 0);
  const parts = counts.map(({ count, word }) => `${count} ${word}`);
  const message = `processes: no monitor is active: ${parts.join(', ')}`;
  const hosts = distinctSorted(monitors.map(({ process }) => process.host_id));
  return [finding('red', 'no_active_monitors', 'no monitor is active', message, { hosts })];
}

function futureHeartbeats({ bucket_coverage, readings: { bucket_owners }, nowMs }: JudgedFleet): Finding[] {
  const rows = bucket_owners.ok ? bucket_owners.value : [];
  const aheadMs = new Map(
    rows.flatMap(({ host_id, last_heartbeat_ms: atMs }) =>
      atMs !== null && isInFuture(nowMs, atMs) ? [[host_id, atMs] as const] : [],
    ),
  );
  if (aheadMs.size === 0) return [];
  return bucket_coverage.hosts.flatMap(({ host_id }) => {
    const atMs = aheadMs.get(host_id);
    if (atMs === undefined) return [];
    const ahead = durationText((atMs - nowMs) / 1000);
    const message = `bucket owner ${host_id}: its heartbeat lies ${ahead} in the future, so whether it is fresh is not known`;
    const title = `the owner row of ${host_id} lies ${ahead} ahead of the database's clock`;
    return [
      finding('amber', 'owner_heartbeat_in_future', title, message, { subject: host_id, hosts: [host_id] }),
    ];
  });
}

function unreadableRows({ unreadable_owners }: JudgedFleet): Finding[] {
  return distinctSorted(unreadable_owners).map((host_id) => {
    const message = `bucket owner ${host_id}: its row holds something that cannot be read, so its buckets are not known`;
    const title = `the owner row of ${host_id} cannot be read`;
    return finding('amber', 'bucket_owner_row_unreadable', title, message, { hosts: [host_id] });
  });
}

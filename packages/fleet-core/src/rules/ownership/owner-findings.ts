import { distinctSorted } from '../code-point-order.ts';
import { type Finding, finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { isInFuture } from '../processes/heartbeat.ts';
import { inService, isStopped } from '../processes/processes.ts';
import { bucketRangeText, rangesText } from '../text/bucket-range-text.ts';
import { durationText } from '../text/duration-text.ts';
import { activeMonitors } from './bucket-ownership.ts';

/** What the rows of dynamic ownership do not say of themselves. */
export function ownerFindings(fleet: JudgedFleet): Finding[] {
  return [
    ...withoutMonitor(fleet),
    ...inactiveMonitors(fleet),
    ...futureHeartbeats(fleet),
    ...unreadableRows(fleet),
  ];
}

/** Every living monitor refreshes the heartbeats of all rows, so a fresh row proves nothing of its host. */
function withoutMonitor({ processes, bucket_coverage }: JudgedFleet): Finding[] {
  const { mode, hosts } = bucket_coverage;
  if (mode === 'pinned') return [];
  const active = new Set(activeMonitors(processes).map(({ process }) => process.host_id));
  return hosts
    .filter(({ host_id }) => !active.has(host_id))
    .map(({ host_id, bucket_min: min, bucket_max: max }) => {
      const message = `bucket owner ${host_id}: no active monitor runs there, so ${bucketRangeText({ min, max })} ${min === max ? 'is' : 'are'} not watched`;
      const title = `${host_id} owns ${rangesText([{ min, max }])} and has no active monitor`;
      const about = { subject: host_id, hosts: [host_id] };
      return finding('red', 'owner_without_monitor', title, message, about);
    });
}

/** Monitors have reported, and not one of them is at work. */
function inactiveMonitors({ processes }: JudgedFleet): Finding[] {
  const monitors = inService(processes).filter(({ process }) => process.process_type === 'monitor');
  if (monitors.length === 0 || activeMonitors(processes).length > 0) return [];
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
  const heartbeatMs = new Map(rows.map((row) => [row.host_id, row.last_heartbeat_ms]));
  return bucket_coverage.hosts.flatMap(({ host_id }) => {
    const atMs = heartbeatMs.get(host_id);
    if (atMs === undefined || atMs === null || !isInFuture(nowMs, atMs)) return [];
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

import { fromInstant } from '../../domain/instant.ts';
import { type Finding, finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { FUTURE_TOLERANCE_SEC } from '../processes/heartbeat.ts';
import { countText } from '../text/count-text.ts';
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
      const message = `bucket owner ${host_id}: no active monitor runs there, and ${min}-${max} are not watched`;
      const title = `${host_id} owns ${min}-${max} and has no active monitor`;
      const about = { subject: host_id, hosts: [host_id], ranges: [{ min, max }] };
      return finding('red', 'owner_without_monitor', title, message, about);
    });
}

/** Monitors have reported, and not one of them is at work. */
function inactiveMonitors({ processes }: JudgedFleet): Finding[] {
  const monitors = processes.filter(({ process }) => process.process_type === 'monitor');
  if (monitors.length === 0 || activeMonitors(processes).length > 0) return [];
  const silent = monitors.filter(({ process }) => process.stale).length;
  const stopped = monitors.length - silent;
  const parts = [stopped > 0 ? `${stopped} stopped` : '', silent > 0 ? `${silent} silent` : ''];
  const message = `processes: none of ${countText(monitors.length, 'monitor')} is active: ${parts.filter((part) => part !== '').join(', ')}`;
  const hosts = monitors.map(({ process }) => process.host_id);
  return [finding('red', 'no_active_monitors', 'no monitor is active', message, { hosts })];
}

function futureHeartbeats({ bucket_coverage, nowMs }: JudgedFleet): Finding[] {
  return bucket_coverage.hosts.flatMap(({ host_id, last_heartbeat }) => {
    const aheadSec = (fromInstant(last_heartbeat) - nowMs) / 1000;
    if (aheadSec <= FUTURE_TOLERANCE_SEC) return [];
    const ahead = durationText(aheadSec);
    const message = `bucket owner ${host_id}: its heartbeat lies ${ahead} in the future, so whether it is fresh is not known`;
    const title = `the owner row of ${host_id} lies ${ahead} ahead`;
    return [
      finding('amber', 'owner_heartbeat_in_future', title, message, { subject: host_id, hosts: [host_id] }),
    ];
  });
}

function unreadableRows({ unreadable_owners }: JudgedFleet): Finding[] {
  return unreadable_owners.map((host_id) => {
    const message = `bucket owner ${host_id}: its row holds something that cannot be read, so its buckets are not known`;
    return finding(
      'amber',
      'bucket_owner_row_unreadable',
      `the owner row of ${host_id} cannot be read`,
      message,
      {
        hosts: [host_id],
      },
    );
  });
}

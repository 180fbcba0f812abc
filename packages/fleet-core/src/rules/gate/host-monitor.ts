import type { GateCheck } from '../../contract/answers/gate.ts';
import type { BucketRange } from '../../contract/bucket-coverage.ts';
import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { Process } from '../../contract/process.ts';
import type { Closed } from '../../contract/scalars.ts';
import { ownershipOf } from '../ownership/bucket-ownership.ts';
import { isMonitor } from '../processes/process-type.ts';
import { isActive } from '../processes/processes.ts';
import { rangesText } from '../text/bucket-range-text.ts';
import { durationText } from '../text/duration-text.ts';
import { decideCheck, fails } from './gate-check.ts';
import { issueMessages } from './issue-messages.ts';

type Snapshot = Closed<FleetSnapshot>;

/** The monitors of a host, or all there are. */
export function monitorsOf({ processes }: Pick<Snapshot, 'processes'>, host?: string): Process[] {
  return processes.filter(
    (process) => isMonitor(process) && (host === undefined || process.host_id === host),
  );
}

/** Whether the host has an active monitor whose heartbeat can be believed. */
export function monitorFreshCheck(snapshot: Snapshot, host: string): Closed<GateCheck> {
  const monitors = monitorsOf(snapshot, host);
  const active = monitors.filter(isActive);
  const ids = active.map(({ process_id }) => process_id);
  const [youngest] = active.toSorted((a, b) => ageOf(a) - ageOf(b));
  if (youngest !== undefined) {
    return decideCheck('monitor_fresh', {
      wrong: [],
      notKnown: issueMessages(snapshot, ['heartbeat_in_future', 'heartbeat_frozen'], ids),
      well: `${youngest.process_id} reported ${durationText(ageOf(youngest))} ago`,
    });
  }
  const unreadable = issueMessages(snapshot, ['process_row_unreadable']);
  const none = monitors.length === 0;
  return decideCheck('monitor_fresh', {
    wrong: none && unreadable.length > 0 ? [] : none ? [`${host} has no monitor`] : monitors.map(whyInactive),
    notKnown: unreadable,
    well: '',
  });
}

/** One without a heartbeat is silent, and so never active. */
function ageOf({ last_heartbeat_age_sec }: Process): number {
  return last_heartbeat_age_sec ?? Number.POSITIVE_INFINITY;
}

function whyInactive({ process_id, stale, state, last_heartbeat_age_sec }: Process): string {
  if (!stale) return `${process_id} is ${state}`;
  return last_heartbeat_age_sec === null
    ? `${process_id} has no heartbeat`
    : `${process_id} is silent for ${durationText(last_heartbeat_age_sec)}`;
}

/** Whether every active monitor of the host reports this very range, and no other than its owner row or its lock does. */
export function monitorRangeCheck(snapshot: Snapshot, host: string, range: BucketRange): Closed<GateCheck> {
  const active = monitorsOf(snapshot, host).filter(isActive);
  if (active.length === 0) return fails('monitor_range', `no active monitor of ${host} reports a range`);
  const ids = active.map(({ process_id }) => process_id);
  const standingBy = active.filter((monitor) => ownershipOf(monitor) === 'standby');
  const telling = active.filter((monitor) => !standingBy.includes(monitor));
  const untold = telling.filter(({ bucket_min, bucket_max }) => bucket_min === null || bucket_max === null);
  const other = telling.filter(
    (monitor) =>
      !untold.includes(monitor) && (monitor.bucket_min !== range.min || monitor.bucket_max !== range.max),
  );
  return decideCheck('monitor_range', {
    wrong: [
      ...other.map(
        ({ process_id, bucket_min, bucket_max }) => `${process_id} reports ${bucket_min}-${bucket_max}`,
      ),
      ...standingBy.map(({ process_id }) => `${process_id} is in standby`),
      ...issueMessages(snapshot, ['range_mismatch', 'lock_range_mismatch'], ids),
    ],
    notKnown: untold.map(({ process_id }) => `${process_id} reports no range`),
    well: `${host} reports ${rangesText([range])}`,
  });
}

import type { LockedRange } from '../../contract/bucket-coverage.ts';
import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { Process } from '../../contract/process.ts';
import type { Closed } from '../../contract/scalars.ts';
import { fromInstant } from '../../domain/instant.ts';
import { ownershipOf } from '../ownership/bucket-ownership.ts';
import { isActive, isSilent } from '../processes/processes.ts';
import { monitorsOf } from './host-monitor.ts';

/** Since when at the latest a host has had its range, and what happened then. */
export type Taken = { readonly atMs: number; readonly because: string };

/**
 * When a host took its range; null when that cannot be known.
 *
 * A pin is read from the configuration when the monitor starts, so a pinned range was taken then; a locked one when it was
 * activated, and no sooner than the monitor started. Of a dynamic one nothing
 * says when it was taken: ranges are dealt out anew whenever a monitor comes or goes. It was taken no later than the last
 * such moment: the start of a monitor that is active, the last heartbeat of one that stopped, the end of the grace of
 * one that is silent, or when one was last seen whose row has vanished.
 */
export function takenSince(snapshot: Closed<FleetSnapshot>, host: string): Taken | null {
  const own = monitorsOf(snapshot, host).filter(isActive);
  if (own.length === 0) return null;
  const locks = snapshot.bucket_coverage.locks.filter(({ host_id }) => host_id === host);
  const isPinned = own.every((monitor) => ownershipOf(monitor) === 'pinned');
  const moves = isPinned
    ? own.map(startOf)
    : locks.length > 0
      ? [...own.map(startOf), ...locks.map(activationOf)]
      : [...monitorsOf(snapshot).map(moveOf(snapshot)), ...vanishings(snapshot)];
  return moves.reduce<Taken | null>(
    (latest, move) => (latest === null || move === null ? null : move.atMs > latest.atMs ? move : latest),
    { atMs: 0, because: '' },
  );
}

function startOf({ process_id, started_at }: Process): Taken | null {
  return started_at === null ? null : { atMs: fromInstant(started_at), because: `${process_id} started` };
}

function activationOf({ activated_at, bucket_min, bucket_max }: LockedRange): Taken | null {
  const because = `${bucket_min}-${bucket_max} was activated`;
  return activated_at === null ? null : { atMs: fromInstant(activated_at), because };
}

function moveOf({ settings }: Closed<FleetSnapshot>): (monitor: Process) => Taken | null {
  return (monitor) => {
    if (isActive(monitor)) return startOf(monitor);
    const { process_id, state, updated_at } = monitor;
    if (updated_at === null) return null;
    const heartbeatMs = fromInstant(updated_at);
    return isSilent(monitor)
      ? { atMs: heartbeatMs + settings.heartbeat_grace_sec * 1000, because: `${process_id} fell silent` }
      : { atMs: heartbeatMs, because: `${process_id} was ${state}` };
  };
}

function vanishings({ summary: { issue_details } }: Closed<FleetSnapshot>): (Taken | null)[] {
  return issue_details
    .filter(({ code }) => code === 'process_vanished')
    .map(({ subject, since }) =>
      since === undefined ? null : { atMs: fromInstant(since), because: `${subject} vanished` },
    );
}

import type { LockedRange } from '../../contract/bucket-coverage.ts';
import { toInstant } from '../../domain/instant.ts';
import type { RangeLock, RolloutControlReadings } from '../../domain/rollout-control.ts';
import { byCodePoint } from '../code-point-order.ts';
import { activeMonitors } from '../processes/process-type.ts';
import type { JudgedProcess } from '../processes/processes.ts';

/** The range locks that are held, by range; none where the database keeps none or they could not be read. */
export function heldLocks({ rollout_locks }: RolloutControlReadings): RangeLock[] {
  const ranges = rollout_locks?.ok ? rollout_locks.value.ranges : [];
  return ranges.toSorted((a, b) => a.bucket_min - b.bucket_min || byCodePoint(a.host_id, b.host_id));
}

/** Whether all that is locked is known: a table that could not be read may hold anything. */
export function areLocksKnown({ rollout_locks }: RolloutControlReadings): boolean {
  if (rollout_locks === undefined) return true;
  if (!rollout_locks.ok) return false;
  // Rows are there and none is known: that is not the same as no rows.
  return rollout_locks.value.ranges.length > 0 || (rollout_locks.unreadable ?? []).length === 0;
}

/** The locks as the snapshot has them. */
export function lockedRanges(
  locks: readonly RangeLock[],
  processes: readonly JudgedProcess[],
): LockedRange[] {
  if (locks.length === 0) return [];
  const active = new Set(activeMonitors(processes).map(({ process }) => process.host_id));
  return locks.map(({ host_id, bucket_min, bucket_max, run_id, change_ref, activated_at_ms }) => ({
    host_id,
    bucket_min,
    bucket_max,
    run_id,
    change_ref,
    activated_at: activated_at_ms === null ? null : toInstant(activated_at_ms),
    held: active.has(host_id),
  }));
}

import { type FleetMemory, NOTHING_REMEMBERED, type SeenProcess } from '../../domain/fleet-memory.ts';
import type { FleetReadings } from '../../domain/fleet-readings.ts';
import { groupBy } from '../group-by.ts';
import { heldLocks } from '../locks/held-locks.ts';
import { differsFromLocks } from '../locks/lock-report.ts';
import { ownershipOf } from '../ownership/bucket-ownership.ts';
import { differsFromRow } from '../ownership/range-mismatch.ts';
import { MISSED_FOR_MS } from '../processes/vanished.ts';

/** What is known after a look at the fleet: what was seen now, and who was seen within a day and is gone. */
export function remember(memory: FleetMemory, readings: FleetReadings): FleetMemory {
  const { now_ms, process_health, bucket_owners } = readings;
  const processes = new Map<string, SeenProcess>();
  for (const [id, seen] of memory.processes) {
    if (now_ms - seen.last_seen_ms <= MISSED_FOR_MS) processes.set(id, notAhead(seen, now_ms));
  }
  const areLocksRead = readings.rollout_locks?.ok ?? true;
  const locksOf = groupBy(heldLocks(readings), ({ host_id }) => host_id);
  const owners =
    bucket_owners.ok && areLocksRead ? new Map(bucket_owners.value.map((row) => [row.host_id, row])) : null;
  for (const { reported, updated_at_ms, started_at_ms } of process_health.value) {
    const { process_id, host_id, process_type, state, bucket_min, bucket_max } = reported;
    const before = processes.get(process_id);
    const locks = locksOf.get(host_id) ?? [];
    const isByLocks = locks.length > 0 || ownershipOf(reported) === 'active';
    processes.set(process_id, {
      process_id,
      host_id,
      process_type,
      state,
      bucket_min,
      bucket_max,
      delivery_workers_enabled: reported.delivery_workers_enabled === true,
      heartbeat_ms: updated_at_ms,
      heartbeat_seen_ms: before?.heartbeat_ms === updated_at_ms ? before.heartbeat_seen_ms : now_ms,
      last_seen_ms: now_ms,
      range_differs_since_ms:
        owners === null
          ? (before?.range_differs_since_ms ?? null)
          : differsSinceMs(
              before,
              started_at_ms,
              now_ms,
              isByLocks ? differsFromLocks(reported, locks) : differsFromRow(reported, owners.get(host_id)),
            ),
    });
  }
  return { ...memory, processes };
}

/** After a clock was set back: what was seen was seen no later than now. */
function notAhead(seen: SeenProcess, nowMs: number): SeenProcess {
  if (seen.last_seen_ms <= nowMs) return seen;
  const { heartbeat_seen_ms, range_differs_since_ms: since } = seen;
  return {
    ...seen,
    last_seen_ms: nowMs,
    heartbeat_seen_ms: Math.min(heartbeat_seen_ms, nowMs),
    range_differs_since_ms: since === null ? null : Math.min(since, nowMs),
  };
}

/** What differs when a process is first seen may have done so for as long as it has run. */
function differsSinceMs(
  before: SeenProcess | undefined,
  startedMs: number | null,
  nowMs: number,
  differs: boolean,
): number | null {
  if (!differs) return null;
  return before === undefined ? (startedMs ?? 0) : (before.range_differs_since_ms ?? nowMs);
}

/** What a single look tells. */
export function rememberOnly(readings: FleetReadings): FleetMemory {
  return remember(NOTHING_REMEMBERED, readings);
}

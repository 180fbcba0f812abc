import { type FleetMemory, NOTHING_REMEMBERED, type SeenProcess } from '../../domain/fleet-memory.ts';
import type { FleetReadings } from '../../domain/fleet-readings.ts';
import type { ProcessHealth } from '../../domain/process-health.ts';
import { reportsOtherRange } from '../ownership/range-mismatch.ts';
import { MISSED_FOR_MS } from '../processes/vanished.ts';

/** What is known after a look at the fleet: what was seen now, and who was seen within a day and is gone. */
export function remember(memory: FleetMemory, readings: FleetReadings): FleetMemory {
  const { now_ms, process_health, bucket_owners } = readings;
  const processes = new Map<string, SeenProcess>();
  for (const [id, seen] of memory.processes) {
    if (now_ms - seen.last_seen_ms <= MISSED_FOR_MS) processes.set(id, seen);
  }
  const owners = bucket_owners.ok ? new Map(bucket_owners.value.map((row) => [row.host_id, row])) : undefined;
  for (const row of process_health.value) {
    const before = memory.processes.get(row.process_id);
    const differs = owners !== undefined && reportsOtherRange(row, owners.get(row.host_id));
    processes.set(row.process_id, seeAgain(before, row, now_ms, differs));
  }
  return { processes };
}

function seeAgain(
  before: SeenProcess | undefined,
  row: ProcessHealth,
  nowMs: number,
  differs: boolean,
): SeenProcess {
  const { process_id, host_id, process_type, state, bucket_min, bucket_max, updated_at_ms } = row;
  const standsStill = before?.heartbeat_ms === updated_at_ms;
  return {
    process_id,
    host_id,
    process_type,
    state,
    bucket_min,
    bucket_max,
    heartbeat_ms: updated_at_ms,
    heartbeat_seen_ms: standsStill ? before.heartbeat_seen_ms : nowMs,
    last_seen_ms: nowMs,
    // What differs at the first look may have done so for ever.
    range_differs_since_ms: differs
      ? before === undefined
        ? 0
        : (before.range_differs_since_ms ?? nowMs)
      : null,
  };
}

/** What a single look tells. */
export function rememberOnly(readings: FleetReadings): FleetMemory {
  return remember(NOTHING_REMEMBERED, readings);
}

import type { Reported } from '../../contract/process.ts';
import { type FleetMemory, NOTHING_REMEMBERED, type SeenProcess } from '../../domain/fleet-memory.ts';
import type { FleetReadings } from '../../domain/fleet-readings.ts';
import { reportsOtherRange } from '../ownership/range-mismatch.ts';
import { MISSED_FOR_MS } from '../processes/vanished.ts';

/** What is known after a look at the fleet: what was seen now, and who was seen within a day and is gone. */
export function remember(memory: FleetMemory, readings: FleetReadings): FleetMemory {
  const { now_ms, process_health, bucket_owners } = readings;
  const processes = new Map<string, SeenProcess>();
  for (const [id, seen] of memory.processes) {
    if (now_ms - seen.last_seen_ms <= MISSED_FOR_MS) processes.set(id, seen);
  }
  const owners = bucket_owners.ok
    ? new Map(bucket_owners.value.map((owner) => [owner.host_id, owner]))
    : undefined;
  for (const { reported, updated_at_ms } of process_health.value) {
    const { process_id, host_id } = reported;
    const before = memory.processes.get(process_id);
    const differs = owners !== undefined && reportsOtherRange(reported, owners.get(host_id));
    processes.set(process_id, seeAgain(before, reported, updated_at_ms, now_ms, differs));
  }
  return { processes };
}

function seeAgain(
  before: SeenProcess | undefined,
  reported: Readonly<Reported>,
  heartbeat_ms: number,
  nowMs: number,
  differs: boolean,
): SeenProcess {
  const { process_id, host_id, process_type, state, bucket_min, bucket_max } = reported;
  const standsStill = before?.heartbeat_ms === heartbeat_ms;
  return {
    process_id,
    host_id,
    process_type,
    state,
    bucket_min,
    bucket_max,
    heartbeat_ms,
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

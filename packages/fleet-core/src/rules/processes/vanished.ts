import type { SeenProcess } from '../../domain/fleet-memory.ts';
import { type Finding, finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { durationText } from '../text/duration-text.ts';

/** A process that was here so long ago is no longer missed. */
export const MISSED_FOR_MS = 24 * 3_600_000;

/** Jetmon never deletes a row of process health: one that is gone was taken away, and its process with it or not. */
export function vanishedFindings(fleet: JudgedFleet): Finding[] {
  const present = new Set([
    ...fleet.processes.map(({ process }) => process.process_id),
    ...fleet.unreadable_processes,
  ]);
  return [...fleet.memory.processes.values()]
    .filter((seen) => !present.has(seen.process_id) && !wasStopped(seen))
    .map((seen) => vanished(seen, fleet.nowMs));
}

/** Ended in good order: nobody waits for it. */
function wasStopped({ state }: SeenProcess): boolean {
  return state === 'stopped' || state === 'stopping';
}

function vanished(
  { process_id, host_id, bucket_min, bucket_max, last_seen_ms }: SeenProcess,
  nowMs: number,
): Finding {
  const ago = durationText((nowMs - last_seen_ms) / 1000);
  const range = bucket_min === null || bucket_max === null ? [] : [{ min: bucket_min, max: bucket_max }];
  const held = range.map(({ min, max }) => `; it held ${min}-${max}`).join('');
  const message = `process ${process_id}: its row is gone, last seen ${ago} ago${held}`;
  return finding('amber', 'process_vanished', `${process_id} has vanished`, message, {
    subject: process_id,
    hosts: [host_id],
    ranges: range,
    sinceMs: last_seen_ms,
  });
}

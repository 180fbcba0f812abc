import type { FleetMemory, SeenProcess } from '../../domain/fleet-memory.ts';
import { byCodePoint } from '../code-point-order.ts';
import { type Finding, finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { durationText } from '../text/duration-text.ts';
import { isStopped, type JudgedProcess } from './processes.ts';

/** A process that was here so long ago is no longer missed. */
export const MISSED_FOR_MS = 24 * 3_600_000;

/**
 * The processes that are remembered, were neither stopped in good order nor retired, and have no row now. Jetmon never deletes a row:
 * one that is gone was taken away, whether or not its process still runs.
 */
export function vanishedProcesses(
  { processes: seen }: FleetMemory,
  processes: readonly JudgedProcess[],
  unreadable: readonly string[],
  isRetired: (process: SeenProcess) => boolean = () => false,
): SeenProcess[] {
  const present = new Set([...processes.map(({ process }) => process.process_id), ...unreadable]);
  return [...seen.values()]
    .filter((process) => !present.has(process.process_id) && !isStopped(process) && !isRetired(process))
    .sort((a, b) => byCodePoint(a.process_id, b.process_id));
}

/** Each process that has vanished. */
export function vanishedFindings({ vanished, nowMs }: JudgedFleet): Finding[] {
  return vanished.map(({ process_id, host_id, bucket_min, bucket_max, last_seen_ms }) => {
    const ago = durationText((nowMs - last_seen_ms) / 1000);
    const isHolder = bucket_min !== null && bucket_max !== null;
    const held = isHolder ? `; it reported buckets ${bucket_min}-${bucket_max}` : '';
    const title = `the row of ${process_id} has vanished`;
    const message = `process ${process_id}: its row is gone, last seen ${ago} ago${held}`;
    const about = { subject: process_id, hosts: [host_id], sinceMs: last_seen_ms };
    return finding('amber', 'process_vanished', title, message, about);
  });
}

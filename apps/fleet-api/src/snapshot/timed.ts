import type { ReadingTaken } from 'fleet-core/domain/reading';
import type { ReadableRows } from 'fleet-core/sql/readable-rows';
import { startStopwatch } from '../stopwatch.ts';
import type { Moment } from './aside/read-aside.ts';

/** What was read, as of this moment, and how long it took. Rejects as the read does. */
export async function timed<T>({ nowMs }: Moment, read: () => Promise<T>): Promise<ReadingTaken<T>> {
  const durationMs = startStopwatch();
  const value = await read();
  return { ok: true, value, read_at_ms: nowMs, duration_ms: durationMs() };
}

/** The rows of a list that could be decoded, and the names of those that could not. */
export async function timedRows<T>(
  moment: Moment,
  read: () => Promise<ReadableRows<T>>,
): Promise<ReadingTaken<readonly T[]>> {
  const { value, ...taken } = await timed(moment, read);
  return { ...taken, value: value.rows, unreadable: value.unreadable };
}

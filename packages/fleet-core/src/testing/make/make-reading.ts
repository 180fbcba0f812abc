import type { ReadingFailed, ReadingTaken } from '../../domain/reading.ts';
import { NOW_MS } from './now.ts';

/** A read that gave `value`, now, in 2 ms. */
export function makeReading<T>(value: T, overrides: Partial<ReadingTaken<T>> = {}): ReadingTaken<T> {
  return { ok: true, value, read_at_ms: NOW_MS, duration_ms: 2, ...overrides };
}

/** A read that failed after 3 ms. */
export function failedReading(): ReadingFailed {
  return { ok: false, duration_ms: 3 };
}

/** A point in this browser's time, read on two clocks because each alone lies at times. */
export type Moment = { readonly monotonicMs: number; readonly wallMs: number };

/** The present moment. */
export function readMoment(): Moment {
  return { monotonicMs: performance.now(), wallMs: Date.now() };
}

/**
 * Milliseconds from one moment to a later one, never negative. The monotonic clock may stand still
 * while the machine sleeps and the wall clock may be set: the larger answer never makes old data look fresh.
 */
export function elapsedMs(from: Moment, to: Moment): number {
  return Math.max(0, to.monotonicMs - from.monotonicMs, to.wallMs - from.wallMs);
}

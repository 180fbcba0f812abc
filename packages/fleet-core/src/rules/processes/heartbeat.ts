/** A process this far ahead of the database's clock shows that one of the two clocks is wrong. */
export const FUTURE_TOLERANCE_SEC = 60;

/** Whole seconds from `atMs` to `nowMs`, to the nearest, never negative. */
export function ageSec(nowMs: number, atMs: number): number {
  return Math.max(0, Math.round((nowMs - atMs) / 1000));
}

/** Past the grace, not at it; measured before any rounding. */
export function isStale(nowMs: number, heartbeatMs: number, graceSec: number): boolean {
  return nowMs - heartbeatMs > graceSec * 1000;
}

/** A heartbeat more than a minute ahead of us: staleness of this process cannot be trusted. */
export function isInFuture(nowMs: number, heartbeatMs: number): boolean {
  return heartbeatMs - nowMs > FUTURE_TOLERANCE_SEC * 1000;
}

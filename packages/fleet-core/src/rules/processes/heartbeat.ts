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

/** Whether even the youngest is late: then it may be what we read that is old. */
export function areAllLate(heartbeatsMs: readonly number[], nowMs: number, lateSec: number): boolean {
  return (
    heartbeatsMs.length > 0 &&
    heartbeatsMs.every((heartbeatMs) => isLateHeartbeat(nowMs, heartbeatMs, lateSec))
  );
}

/** Past the limit, not at it; measured before any rounding. */
export function isLateHeartbeat(nowMs: number, heartbeatMs: number, lateSec: number): boolean {
  return nowMs - heartbeatMs > lateSec * 1000;
}

/** A heartbeat more than a minute ahead of us: staleness of this process cannot be trusted. */
export function isInFuture(nowMs: number, heartbeatMs: number): boolean {
  return heartbeatMs - nowMs > FUTURE_TOLERANCE_SEC * 1000;
}

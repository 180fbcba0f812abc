/** A process this far ahead of the database's clock shows that one of the two clocks is wrong. */
export const FUTURE_TOLERANCE_SEC = 60;

/** Whole seconds from `atMs` to `nowMs`, to the nearest, never negative. */
export function ageSec(nowMs: number, atMs: number): number {
  return Math.max(0, Math.round((nowMs - atMs) / 1000));
}

/** The age of a heartbeat; null where there was none. */
export function heartbeatAgeSec(nowMs: number, heartbeatMs: number | null): number | null {
  return heartbeatMs === null ? null : ageSec(nowMs, heartbeatMs);
}

/** Past the grace, not at it; measured before any rounding. Who sent no heartbeat is silent. */
export function isStale(nowMs: number, heartbeatMs: number | null, graceSec: number): boolean {
  return heartbeatMs === null || nowMs - heartbeatMs > graceSec * 1000;
}

/** Whether even the youngest is late: then it may be what we read that is old. */
export function areAllLate(
  heartbeatsMs: readonly (number | null)[],
  nowMs: number,
  lateSec: number,
): boolean {
  return (
    heartbeatsMs.length > 0 &&
    heartbeatsMs.every((heartbeatMs) => isLateHeartbeat(nowMs, heartbeatMs, lateSec))
  );
}

/** Past the limit, not at it; measured before any rounding. None is late too. */
export function isLateHeartbeat(nowMs: number, heartbeatMs: number | null, lateSec: number): boolean {
  return heartbeatMs === null || nowMs - heartbeatMs > lateSec * 1000;
}

/** A heartbeat more than a minute ahead of us: staleness of this process cannot be trusted. */
export function isInFuture(nowMs: number, heartbeatMs: number): boolean {
  return heartbeatMs - nowMs > FUTURE_TOLERANCE_SEC * 1000;
}

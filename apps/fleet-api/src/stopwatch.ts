/**
 * Gives the milliseconds since it was started. The greater of the monotonic and the wall clock counts: the first
 * stands still while the machine sleeps, the second may be set back.
 */
export function startStopwatch(): () => number {
  const monotonicMs = performance.now();
  const wallMs = Date.now();
  return () => Math.max(performance.now() - monotonicMs, Date.now() - wallMs);
}

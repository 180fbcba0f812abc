/** An instant to the second, in UTC and saying so: `2026-04-30 14:00:00 UTC`. Other text stays as it is. */
export function formatUtc(instant: string): string {
  const ms = Date.parse(instant);
  return Number.isNaN(ms) ? instant : `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** The time of day in UTC, to the second: `14:00:00`. */
export function formatUtcTime(ms: number): string {
  return new Date(ms).toISOString().slice(11, 19);
}

/** The instant that lies `seconds` before another one. */
export function instantBefore(instant: string, seconds: number): string {
  const ms = Date.parse(instant);
  return Number.isNaN(ms) ? instant : new Date(ms - seconds * 1000).toISOString();
}

/** Whole seconds from one instant to a later one of the same clock, never negative; 0 when either is no instant. */
export function secondsBetween(earlier: string, later: string): number {
  const ms = Date.parse(later) - Date.parse(earlier);
  return Number.isNaN(ms) ? 0 : Math.max(0, Math.round(ms / 1000));
}

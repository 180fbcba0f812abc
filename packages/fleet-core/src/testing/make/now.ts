/** The database's clock in tests that need no particular one: 2026-04-30T14:00:00Z. */
export const NOW_MS = Date.UTC(2026, 3, 30, 14);

/** The instant that many seconds before `NOW_MS`. */
export function secondsAgo(sec: number): number {
  return NOW_MS - sec * 1000;
}

/** The instant that many milliseconds before `NOW_MS`. */
export function msAgo(ms: number): number {
  return NOW_MS - ms;
}

/** The database's clock in tests that need no particular one: 2026-04-30T14:00:00Z. */
export const NOW_MS = Date.UTC(2026, 3, 30, 14);

/** The page shows NO DATA past this age, asks this often, and in the second half of a long life a new snapshot is begun. */
const PAGE_TOO_OLD_MS = 30_000;
const PAGE_POLL_MS = 5000;

/**
 * How long a snapshot may live so that a page never finds what it gets too old while all is well: it may ask just before
 * the half of that life, then begin the next reading, and get it at the poll after that.
 */
export function longestCacheTtlMs(requestTimeoutMs: number): number {
  return Math.max(0, 2 * (PAGE_TOO_OLD_MS - 2 * PAGE_POLL_MS - requestTimeoutMs));
}

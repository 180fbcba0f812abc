/** How long a page waits after a good answer before it asks again. */
export const POLL_INTERVAL_MS = 5_000;

const SLOWEST_MS = 15_000;

/**
 * How long to wait after the n-th failure in a row: from 5 s up to 15 s, spread by a fifth so that
 * many open pages do not all come back in the same instant. `random` lies in 0 … 1.
 */
export function retryDelayMs(failures: number, random: number): number {
  const growing = POLL_INTERVAL_MS * 1.5 ** Math.max(0, failures - 1);
  const spread = growing * (0.9 + 0.2 * random);
  return Math.round(Math.min(SLOWEST_MS, Math.max(POLL_INTERVAL_MS, spread)));
}

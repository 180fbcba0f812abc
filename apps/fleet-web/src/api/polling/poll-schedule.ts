/** How long a page waits after a good answer before it asks again. */
export const POLL_INTERVAL_MS = 5_000;

/** What an API answers within that has not said so. */
const USUAL_BUDGET_MS = 3_000;
/** A page that waited longer would find each answer too old. */
const LONGEST_BUDGET_MS = 20_000;

/**
 * How long to leave the API to answer: its own budget as far as it has told, else the usual one, twice as much after each
 * failure, so that one that may take longer comes to tell.
 */
export function budgetMs(told: number | undefined, failures: number): number {
  return told ?? Math.min(LONGEST_BUDGET_MS, USUAL_BUDGET_MS * 2 ** failures);
}

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

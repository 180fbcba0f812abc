import type { SnapshotCache } from './snapshot-cache.ts';

/** What is known without a read: a present value, or why there is none. */
export type Watched<T> =
  | { readonly state: 'good'; readonly value: T; readonly ageMs: number }
  | { readonly state: 'unread' | 'failed' | 'old'; readonly ageMs: number | null };

/**
 * What the watching has found last. It is good while no read has failed since, and while it is no older than after
 * `longestPauseMs` without a look the fleet counts as not watched.
 */
export function createWatched<T>(
  cache: Pick<SnapshotCache<T>, 'last' | 'isFailing'>,
  longestPauseMs: number,
): () => Watched<T> {
  return () => {
    const last = cache.last();
    const ageMs = last?.ageMs() ?? null;
    if (cache.isFailing()) return { state: 'failed', ageMs };
    if (last === undefined || ageMs === null) return { state: 'unread', ageMs };
    return ageMs > longestPauseMs ? { state: 'old', ageMs } : { state: 'good', value: last.value, ageMs };
  };
}

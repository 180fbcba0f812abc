import type { SnapshotCache } from '../snapshot/snapshot-cache.ts';
import type { Tallies } from './tallies.ts';

/** The same cache, of which it is counted how often it had to be waited for. */
export function tallyCache<T>(cache: SnapshotCache<T>, tallies: Tallies): SnapshotCache<T> {
  return {
    ...cache,
    fresh() {
      const answer = cache.fresh();
      tallies.asked(answer instanceof Promise ? 'read' : 'memory');
      return answer;
    },
  };
}

/** The same read, each of which is counted when it ends. */
export function tallyReads<T>(source: string, read: () => Promise<T>, tallies: Tallies): () => Promise<T> {
  return async () => {
    try {
      const value = await read();
      tallies.read(source);
      return value;
    } catch (error) {
      tallies.read(source, error);
      throw error;
    }
  };
}

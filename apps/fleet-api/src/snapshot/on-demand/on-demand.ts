import { startStopwatch } from '../../stopwatch.ts';

export type OnDemandOptions<T> = {
  readonly read: (key: string) => Promise<T>;
  /** A result is shared by all who ask for the same within this time of its beginning. */
  readonly keptMs: number;
  /** How many keys are under way or kept at a time; further ones are refused. */
  readonly mostKeys: number;
};

/** Too many different things are asked for at once. */
export class TooManyReads extends Error {
  override readonly name = 'TooManyReads';
}

/**
 * Reads what a request asks for: one read at a time for each key, whose result, or failure, is shared for a while.
 * Rejects with `TooManyReads` beyond `mostKeys`.
 */
export function readOnDemand<T>({ read, keptMs, mostKeys }: OnDemandOptions<T>): (key: string) => Promise<T> {
  const taken = new Map<
    string,
    { readonly result: Promise<T>; readonly ageMs: () => number; isDone: boolean }
  >();

  return async (key) => {
    for (const [known, { isDone, ageMs }] of taken) if (isDone && ageMs() >= keptMs) taken.delete(known);
    const shared = taken.get(key);
    if (shared !== undefined) return shared.result;
    if (taken.size >= mostKeys)
      throw new TooManyReads(`${mostKeys} different reads are under way or were just made`);
    const own = { result: read(key), ageMs: startStopwatch(), isDone: false };
    taken.set(key, own);
    const settled = () => {
      own.isDone = true;
    };
    own.result.then(settled, settled);
    return own.result;
  };
}

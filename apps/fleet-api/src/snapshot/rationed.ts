import { startCounting } from '../elapsed-time.ts';

/** A dear read rests this many times its own duration, so that at most 5 % of all time is spent in it. */
export const REST_FACTOR = 20;

export type RationOptions = {
  /** Milliseconds; a read that takes less is taken anew every time. */
  readonly dearFromMs: number;
  /** Whether a failure took the server's time, as much as a success would have. */
  readonly isCostly: (error: unknown) => boolean;
};

/** A costly failure after which the read did not rest, and whose time is still to be made up for. */
type Forgiven = { readonly sinceMs: () => number; readonly costMs: number };

type Outcome<T> = { readonly promise: Promise<T>; readonly sinceBegunMs: () => number; restMs: number };

/**
 * Wraps a read so that, once it has become dear, it is taken less often, in proportion; in between the last
 * outcome stands, a costly failure too. A cheap read, or one that failed at once, is always taken anew. After
 * a single costly failure the read is tried again at once, since it may have been a passing trouble; when it
 * fails again or is dear, it rests for both.
 */
export function rationed<Args extends unknown[], T>(
  read: (...args: Args) => Promise<T>,
  { dearFromMs, isCostly }: RationOptions,
): (...args: Args) => Promise<T> {
  let last: Outcome<T> | undefined;
  let forgiven: Forgiven | undefined;
  const owedMs = () =>
    forgiven !== undefined && forgiven.sinceMs() < forgiven.costMs * REST_FACTOR ? forgiven.costMs : 0;

  return (...args) => {
    if (last !== undefined && last.sinceBegunMs() < last.restMs) return last.promise;
    const sinceBegunMs = startCounting();
    const promise = read(...args);
    const outcome: Outcome<T> = { promise, sinceBegunMs, restMs: 0 };
    last = outcome;
    const rest = () => {
      const durationMs = sinceBegunMs();
      outcome.restMs = durationMs < dearFromMs ? 0 : (durationMs + owedMs()) * REST_FACTOR;
    };
    promise.then(rest, (error: unknown) => {
      if (!isCostly(error)) return;
      if (owedMs() > 0) rest();
      else forgiven = { sinceMs: startCounting(), costMs: sinceBegunMs() };
    });
    return promise;
  };
}

import { startStopwatch } from '../stopwatch.ts';

/** An expensive read rests this many times its own duration, so that at most 5 % of all time is spent in it. */
export const REST_FACTOR = 20;

export type DutyCycleOptions = {
  /** Milliseconds; a read that takes less is taken anew every time. */
  readonly expensiveFromMs: number;
  /** Whether a failure took the server's time, as much as a success would have. */
  readonly isExpensive: (error: unknown) => boolean;
};

/** An expensive failure after which the read did not rest, and whose time is still to be made up for. */
type Forgiven = { readonly sinceMs: () => number; readonly costMs: number };

type Outcome<T> = { readonly promise: Promise<T>; readonly sinceBegunMs: () => number; restMs: number };

/**
 * Limits the duty cycle of a read: once it has become expensive, it is taken less often, in proportion; in between
 * the last outcome stands, an expensive failure too. A cheap read, or one that failed at once, is always taken anew.
 * After a single expensive failure the read is tried again at once, since it may have been a passing trouble; when it
 * fails again or is expensive, it rests for both.
 */
export function limitDutyCycle<Args extends unknown[], T>(
  read: (...args: Args) => Promise<T>,
  { expensiveFromMs, isExpensive }: DutyCycleOptions,
): (...args: Args) => Promise<T> {
  let last: Outcome<T> | undefined;
  let forgiven: Forgiven | undefined;
  const owedMs = () =>
    forgiven !== undefined && forgiven.sinceMs() < forgiven.costMs * REST_FACTOR ? forgiven.costMs : 0;

  return (...args) => {
    if (last !== undefined && last.sinceBegunMs() < last.restMs) return last.promise;
    const sinceBegunMs = startStopwatch();
    const promise = read(...args);
    const outcome: Outcome<T> = { promise, sinceBegunMs, restMs: 0 };
    last = outcome;
    const rest = () => {
      const durationMs = sinceBegunMs();
      outcome.restMs = durationMs < expensiveFromMs ? 0 : (durationMs + owedMs()) * REST_FACTOR;
    };
    promise.then(rest, (error: unknown) => {
      if (!isExpensive(error)) return;
      if (owedMs() > 0) rest();
      else forgiven = { sinceMs: startStopwatch(), costMs: sinceBegunMs() };
    });
    return promise;
  };
}

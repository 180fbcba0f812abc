import { startStopwatch } from '../stopwatch.ts';

/** An expensive read rests this many times its own duration, so that at most 5 % of all time is spent in it. */
export const REST_FACTOR = 20;

/** However expensive, a read is taken anew before its outcome is a minute old: what is older answers nothing. */
const LONGEST_REST_MS = 50_000;

export type DutyCycleOptions = {
  /** Milliseconds; a read that takes less is taken anew every time. */
  readonly expensiveFromMs: number;
  /** Whether a failure took the server's time, as much as a success would have. */
  readonly isExpensive: (error: unknown) => boolean;
};

type Outcome<T> = { readonly promise: Promise<T>; readonly sinceBegunMs: () => number; restMs: number };

/**
 * Limits the duty cycle of a read: once it has become expensive, it is taken less often, in proportion; in between
 * the last outcome stands, an expensive failure too. A cheap read, or one that failed at once, is always taken anew.
 * After the first expensive failure the read is tried again at once, since it may have been a passing trouble; when it
 * fails again or is expensive, it rests for both. The next failure is the first again after a success.
 */
export function limitDutyCycle<Args extends unknown[], T>(
  read: (...args: Args) => Promise<T>,
  { expensiveFromMs, isExpensive }: DutyCycleOptions,
): (...args: Args) => Promise<T> {
  let last: Outcome<T> | undefined;
  /** What the first failure cost, for which the read has not rested yet; undefined until there is one. */
  let owedMs: number | undefined;

  return (...args) => {
    if (last !== undefined && last.sinceBegunMs() < last.restMs) return last.promise;
    const sinceBegunMs = startStopwatch();
    const promise = read(...args);
    const outcome: Outcome<T> = { promise, sinceBegunMs, restMs: 0 };
    last = outcome;
    const rest = () => {
      const durationMs = sinceBegunMs();
      const restMs = durationMs < expensiveFromMs ? 0 : (durationMs + (owedMs ?? 0)) * REST_FACTOR;
      outcome.restMs = Math.min(restMs, LONGEST_REST_MS);
    };
    const succeeded = () => {
      rest();
      owedMs = undefined;
    };
    const failed = (error: unknown) => {
      if (!isExpensive(error)) return;
      if (owedMs === undefined) {
        owedMs = sinceBegunMs();
      } else {
        rest();
        owedMs = 0;
      }
    };
    promise.then(succeeded, failed);
    return promise;
  };
}

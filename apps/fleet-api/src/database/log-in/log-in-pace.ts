import { startStopwatch } from '../../stopwatch.ts';
import type { DatabaseFailure } from '../database-failure.ts';

/** Keeps an account that is denied from being tried all the time, which may lock it or fill the server's log. */
export type LogInPace = {
  /** The last denial, and for how long it still stands, in milliseconds; undefined when it is time to try again. */
  standing(): { readonly denial: DatabaseFailure; readonly leftMs: number } | undefined;
  /** Takes note of a denial; those of attempts that were under way together count once. */
  denied(denial: DatabaseFailure): void;
  /** For a log-in that went well, and for another password. */
  reset(): void;
};

/** From one denial to the next attempt; the last stands for all after it. */
const PAUSES_MS = [2000, 4000, 10_000, 25_000, 60_000];

/** A pace of log-ins; `random` spreads those of several dashboards. */
export function createLogInPace(random: () => number = Math.random): LogInPace {
  let last: { denial: DatabaseFailure; sinceMs: () => number; pauseMs: number } | undefined;
  let count = 0;

  function standing() {
    if (last === undefined) return undefined;
    const leftMs = last.pauseMs - last.sinceMs();
    return leftMs > 0 ? { denial: last.denial, leftMs } : undefined;
  }

  return {
    standing,
    denied(denial) {
      if (standing() !== undefined) return;
      const pauseMs = PAUSES_MS[Math.min(count, PAUSES_MS.length - 1)] ?? 0;
      count += 1;
      last = { denial, sinceMs: startStopwatch(), pauseMs: pauseMs * (0.9 + 0.1 * random()) };
    },
    reset() {
      last = undefined;
      count = 0;
    },
  };
}

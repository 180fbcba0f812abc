import { startStopwatch } from '../../stopwatch.ts';

/** An expensive read is begun anew after this many times as long as it took, so that at most 5 % of all time is spent in it. */
export const REST_FACTOR = 20;

/** What is read in pieces rests after about this much work. */
const MOST_AT_ONCE_MS = 1750;

/** Of 5 % of all time, that after three seconds: no piece is meant to take longer. */
const LONGEST_PAUSE_MS = 3000 * (REST_FACTOR - 1);

/** How much time a read may take from the server, and when. */
export type Pace = {
  /** Milliseconds for the next thing that is asked of the database. */
  remainingMs(): number;
  /** To be awaited between two pieces of work: rests when it is time to. */
  breathe(): Promise<void>;
};

/** For a read that is waited for: it has until the deadline, and does not rest. */
export function untilDeadline(deadlineMs: number): Pace {
  const elapsedMs = startStopwatch();
  return { remainingMs: () => Math.max(1, deadlineMs - elapsedMs()), breathe: async () => {} };
}

/** A pace that knows how much work was done. */
export type WorkPace = Pace & {
  /** Milliseconds of work, without the rests. */
  workMs(): number;
  /** How long to rest for the work since the last rest, so that 5 % of all time is work. */
  restMs(): number;
};

/** For a read that nobody waits for: each thing that it asks has `deadlineMs`, and its rests make it work 5 % of the time. */
export function startPace(deadlineMs: number): WorkPace {
  let pieceMs = startStopwatch();
  let doneMs = 0;
  const restMs = () => Math.min(pieceMs() * (REST_FACTOR - 1), LONGEST_PAUSE_MS);
  return {
    remainingMs: () => deadlineMs,
    workMs: () => doneMs + pieceMs(),
    restMs,
    async breathe() {
      if (pieceMs() < MOST_AT_ONCE_MS) return;
      const forMs = restMs();
      doneMs += pieceMs();
      await new Promise<void>((resolve) => {
        setTimeout(resolve, forMs).unref();
      });
      pieceMs = startStopwatch();
    },
  };
}

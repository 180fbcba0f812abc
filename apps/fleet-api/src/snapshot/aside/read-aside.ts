import { OLDEST_READING_SEC, type ReadingTaken } from 'fleet-core/domain/reading';
import { startStopwatch } from '../../stopwatch.ts';
import { type Pace, startPace, type WorkPace } from './work-pace.ts';

/** As long as a snapshot waits for a read that may be quick: longer than a lock is waited for, which is a failure. */
const PATIENCE_MS = 1250;

/** A reading that is about to be too old is worth waiting for, if that is not for long. */
const WORTH_WAITING_FROM_MS = (OLDEST_READING_SEC - 10) * 1000;

/** After such a rest a read begins by itself: who looks every half a minute would find it only at the second look. */
const LONG_REST_MS = 20_000;

/** When one snapshot is read: the database's clock, and what is left of the deadline. */
export type Moment = { readonly nowMs: number; readonly remainingMs: () => number };

/** What is known now: the last reading, undefined when there is none yet, and why there is no newer one if that is known. */
export type Aside<T> = { readonly reading: ReadingTaken<T> | undefined; readonly slowBecause: unknown };

export type AsideOptions<T> = {
  readonly read: (nowMs: number, pace: Pace) => Promise<T>;
  /** Each thing that is asked of the database. */
  readonly deadlineMs: number;
  /** Milliseconds of work; a read that takes less is cheap. Infinite: every read is waited for. */
  readonly expensiveFromMs: number;
  /** As long as even a cheap read rests once it has given something; 0 unless told. */
  readonly restAtLeastMs?: number;
  /** Whether a failure only says that there was more to read than there was time. */
  readonly isTooSlow: (error: unknown) => boolean;
  /** Whoever asks wants this very reading: a read under way is waited for, and none begins of its own accord. */
  readonly isWaitedFor?: boolean;
};

/**
 * Reads beside the snapshots, one read at a time. A cheap read is part of the snapshot that asks for it, once it has rested. One that has
 * proven expensive goes on in the background, and rests 19 times as long as it worked; meanwhile the last reading stands,
 * with its time. After a long rest it begins anew by itself, if it was asked for in between, so that a next snapshot finds
 * a young one; nobody asking costs nothing. Too slow is no failure: the last reading stands then, too. Any other failure rejects,
 * and the next snapshot tries again.
 */
export function readAside<T>({
  read,
  deadlineMs,
  expensiveFromMs,
  restAtLeastMs = 0,
  isTooSlow,
  isWaitedFor = expensiveFromMs === Number.POSITIVE_INFINITY,
}: AsideOptions<T>): (moment: Moment) => Promise<Aside<T>> {
  let last: { readonly reading: ReadingTaken<T>; readonly ageMs: () => number } | undefined;
  let failure: { readonly error: unknown; readonly isSlow: boolean } | undefined;
  let flight: Promise<void> | undefined;
  let workedMs = 0;
  let rest = { sinceMs: startStopwatch(), forMs: 0 };
  /** The last one to ask after the read had begun. */
  let asked: { readonly nowMs: number; readonly agoMs: () => number } | undefined;

  function begin(nowMs: number): Promise<void> {
    const ageMs = startStopwatch();
    const pace = startPace(deadlineMs);
    asked = undefined;
    const ended = (isExpensive: boolean, leastMs = 0) => {
      flight = undefined;
      rest = { sinceMs: startStopwatch(), forMs: Math.max(isExpensive ? pace.restMs() : 0, leastMs) };
      if (rest.forMs >= LONG_REST_MS && !isWaitedFor) setTimeout(beginIfAsked, rest.forMs).unref();
    };
    const own = read(nowMs, pace).then(
      (value) => {
        last = { reading: takenBy(pace, nowMs, value), ageMs };
        failure = undefined;
        workedMs = pace.workMs();
        ended(workedMs >= expensiveFromMs, restAtLeastMs);
      },
      (error: unknown) => {
        const isSlow = isTooSlow(error);
        failure = { error, isSlow };
        workedMs = isSlow ? Math.max(PATIENCE_MS, pace.workMs()) : 0;
        ended(isSlow && expensiveFromMs !== Number.POSITIVE_INFINITY);
      },
    );
    flight = own;
    return own;
  }

  function beginIfAsked(): void {
    if (asked !== undefined && flight === undefined) void begin(asked.nowMs + asked.agoMs());
  }

  /** How long a snapshot waits for the read under way: never so long that its own answer would be late. */
  function patienceMs(remainingMs: number): number {
    if (isWaitedFor) return remainingMs;
    const isCheap = workedMs < expensiveFromMs;
    const isWanted = last === undefined || last.ageMs() > WORTH_WAITING_FROM_MS;
    return isCheap || (isWanted && workedMs < PATIENCE_MS) ? Math.min(PATIENCE_MS, remainingMs / 2) : 0;
  }

  return async ({ nowMs, remainingMs }) => {
    const isRested = rest.sinceMs() >= rest.forMs;
    asked = { nowMs, agoMs: startStopwatch() };
    const current = flight ?? (isRested ? begin(nowMs) : undefined);
    if (current !== undefined) {
      const settled = await settlesWithin(current, patienceMs(remainingMs()));
      // Whoever comes next does not wait for what has kept this one waiting.
      if (!settled) workedMs = Math.max(workedMs, PATIENCE_MS);
    }
    if (failure !== undefined && !failure.isSlow) throw failure.error;
    return { reading: last?.reading, slowBecause: failure?.error };
  };
}

function takenBy<T>(pace: WorkPace, read_at_ms: number, value: T): ReadingTaken<T> {
  return { ok: true, value, read_at_ms, duration_ms: pace.workMs() };
}

async function settlesWithin(promise: Promise<void>, patienceMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  const settled = await Promise.race([promise.then(() => true), late]);
  clearTimeout(timer);
  return settled;
}

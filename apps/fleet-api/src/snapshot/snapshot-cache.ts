import { startStopwatch } from '../stopwatch.ts';

/** One value with the time since its reading began. */
export type Aged<T> = { readonly value: T; readonly ageMs: () => number };

export type SnapshotCacheOptions<T> = {
  /** A value younger than this is served without a read; 0 asks for one that began after the request. */
  readonly ttlMs: number;
  readonly read: () => Promise<T>;
  /** A number from 0 up to 1, to spread attempts of several dashboards. */
  readonly random?: () => number;
};

export type SnapshotCache<T> = {
  /** A value that is fresh by `ttlMs`, at once if there is one, or a rejection; never an old value. */
  fresh(): T | Promise<T>;
  /** A value that is read now, however young the last one is; the read under way if there is one. */
  readNow(): Promise<T>;
  /** Milliseconds since the last read began, whoever asked for it; infinite before the first. */
  sinceReadMs(): number;
  /** The last value that was read, however old. */
  last(): Aged<T> | undefined;
  /** Whether the last read that ended failed. */
  isFailing(): boolean;
};

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 4000;

/** Who asks as often as the page does gets no value of a long life that is much older than the half of it. */
const LATEST_REFRESH_MS = 5000;

/**
 * One read at a time, whatever the number of askers, and none when nobody asks. A request towards the end of a
 * value's life starts the next read without waiting for it: see `refreshFromMs`. After a failure, reads pause for a
 * growing while, in which askers get the failure at once. The pause counts from the beginning of the read
 * that failed: one that hung until its deadline has been pause enough.
 */
export function createSnapshotCache<T>(options: SnapshotCacheOptions<T>): SnapshotCache<T> {
  const { ttlMs, read, random = Math.random } = options;
  let last: Aged<T> | undefined;
  let refreshAtMs = 0;
  let flight: Promise<T> | undefined;
  let sinceReadMs = () => Number.POSITIVE_INFINITY;
  let following: Promise<T> | undefined;
  let failure: { error: unknown; sinceBegunMs: () => number; pauseMs: number; count: number } | undefined;

  function start(): Promise<T> {
    const ageMs = startStopwatch();
    sinceReadMs = ageMs;
    const current = read().then(
      (value) => {
        last = { value, ageMs };
        refreshAtMs = refreshFromMs(ttlMs, ageMs());
        failure = undefined;
        return value;
      },
      (error: unknown) => {
        const count = (failure?.count ?? 0) + 1;
        const limitMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (count - 1));
        const spread = 0.6 + 0.4 * random();
        const pauseMs = Math.max(limitMs * spread, ageMs() + FIRST_PAUSE_MS * spread);
        failure = { error, sinceBegunMs: ageMs, pauseMs, count };
        throw error;
      },
    );
    flight = current;
    const landed = () => {
      if (flight === current) flight = undefined;
    };
    current.then(landed, landed);
    return current;
  }

  /** What is in flight began before this request: wait for the one after it, together with all who wait. */
  function startAfter(current: Promise<T>): Promise<T> {
    if (following === undefined) {
      const next = () => {
        following = undefined;
        return join();
      };
      following = current.then(next, next);
    }
    return following;
  }

  function join(): Promise<T> {
    if (failure !== undefined && failure.sinceBegunMs() < failure.pauseMs)
      return Promise.reject(failure.error);
    return flight ?? start();
  }

  return {
    fresh() {
      if (ttlMs === 0) return flight === undefined ? join() : startAfter(flight);
      const ageMs = last?.ageMs();
      if (last === undefined || ageMs === undefined || ageMs >= ttlMs) return join();
      if (ageMs >= refreshAtMs) join().catch(() => {});
      return last.value;
    },
    readNow: join,
    sinceReadMs: () => sinceReadMs(),
    last: () => last,
    isFailing: () => failure !== undefined,
  };
}

/**
 * The age from which a value that took `durationMs` to read is read anew: as late as leaves time for a second attempt
 * after one that fails, never before the half of its life, and of a long life soon after that half.
 */
function refreshFromMs(ttlMs: number, durationMs: number): number {
  const latestMs = Math.min(LATEST_REFRESH_MS, ttlMs - 2 * durationMs - FIRST_PAUSE_MS);
  return Math.max(ttlMs / 2, latestMs);
}

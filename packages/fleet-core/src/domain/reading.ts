/** One read of one source: what it gave, or that it failed. A failure carries no value, so none can be mistaken for zero. */
export type Reading<T> = ReadingTaken<T> | ReadingFailed;

export type ReadingTaken<T> = {
  readonly ok: true;
  readonly value: T;
  /** On the database's clock. */
  readonly read_at_ms: number;
  readonly duration_ms: number;
  /** Names of the rows that were there but could not be decoded; the value is without them. */
  readonly unreadable?: readonly string[];
};

export type ReadingFailed = {
  readonly ok: false;
  readonly duration_ms: number;
  /** That it has not come to an end yet, or takes longer than it may: nothing is wrong, and nothing is known. */
  readonly is_too_slow?: true;
};

/** Drift and site activity may be read more seldom than the rest; what is older than this answers nothing. */
export const OLDEST_READING_SEC = 60;

/** The active sites of one bucket: when the one was checked that was not for the longest; null when one never was. */
export type BucketChecks = { readonly bucket_no: number; readonly oldest_check_ms: number | null };

/** Why nothing is known of a range: no answer in time, no such column, or a failed read. */
export type RangeFailure = 'too_slow' | 'not_told' | 'failed';

export type RangeReading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly because: RangeFailure };

/** What was read of the active sites in a range of buckets, on demand. */
export type RangeReadings = {
  /** The buckets of the range that have active sites, in order. */
  readonly checks: RangeReading<readonly BucketChecks[]>;
  /** How many of these sites differ from their open http events; null when there are none. */
  readonly drift: RangeReading<number | null>;
};

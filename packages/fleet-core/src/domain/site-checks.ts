/** The checks of one bucket's active sites. */
export type BucketActivity = {
  readonly bucket_no: number;
  /** The newest check of any of them, in milliseconds since 1970; null when none was ever checked. */
  readonly newest_check_ms: number | null;
  /** The shortest interval at which one is to be checked, in minutes; null where it was not asked for. */
  readonly shortest_interval_min: number | null;
};

/** Which buckets have active sites, and when these were last checked. */
export type SiteChecks = {
  /** Buckets within the bucket total that have active sites, in no particular order. */
  readonly buckets: readonly BucketActivity[];
  /** Active sites in buckets beyond the bucket total. */
  readonly sites_outside: number;
};

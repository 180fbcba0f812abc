/** The limits that the rules judge by. */
export type Thresholds = {
  /** How many buckets the fleet has: 0 to total − 1. */
  readonly bucket_total: number;
  /** A heartbeat older than this is stale. */
  readonly heartbeat_grace_sec: number;
  /** How far back delivered, failed and abandoned deliveries count. */
  readonly recent_window_sec: number;
};

/** The limits that the rules judge by. */
export type Thresholds = {
  /** How many buckets the fleet has: 0 to total − 1. */
  readonly bucket_total: number;
  /** A heartbeat older than this is stale. */
  readonly heartbeat_grace_sec: number;
  /** How far back delivered, failed and abandoned deliveries count. */
  readonly recent_window_sec: number;
  /** A heartbeat older than this, and not yet stale, is late; one that stands still for this long is frozen. */
  readonly heartbeat_late_sec: number;
  /** An owned bucket whose newest check is older than this is unchecked. */
  readonly activity_grace_sec: number;
  /** A delivery that has been pending for longer than this is overdue. */
  readonly delivery_overdue_sec: number;
  /** A next attempt that is planned further ahead than this is overdue. */
  readonly delivery_retry_limit_sec: number;
};

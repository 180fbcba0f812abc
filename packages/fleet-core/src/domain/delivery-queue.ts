/** What was counted in one delivery table. Times are milliseconds since 1970, null where no row is concerned. */
export type DeliveryQueue = {
  readonly due_now: number;
  readonly future_retry: number;
  readonly delivered_since: number;
  readonly abandoned_since: number;
  readonly failed_since: number;
  readonly oldest_pending_ms: number | null;
  readonly oldest_due_ms: number | null;
  /** The latest time that is planned for a next attempt. */
  readonly latest_next_attempt_ms: number | null;
};

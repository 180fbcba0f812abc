import type { Thresholds } from '../../domain/thresholds.ts';

/** The limits of an ordinary dashboard. */
export function makeThresholds(overrides: Partial<Thresholds> = {}): Thresholds {
  return {
    bucket_total: 1000,
    heartbeat_grace_sec: 600,
    recent_window_sec: 900,
    heartbeat_late_sec: 90,
    activity_grace_sec: 900,
    delivery_overdue_sec: 8 * 3600,
    delivery_retry_limit_sec: 6 * 3600,
    session_idle_sec: 3600,
    ...overrides,
  };
}

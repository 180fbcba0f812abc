import type { DeliveryQueue } from '../../domain/delivery-queue.ts';

/** A queue in which nothing waits and nothing went wrong: 42 deliveries went out lately. */
export function makeDeliveryQueue(overrides: Partial<DeliveryQueue> = {}): DeliveryQueue {
  return {
    due_now: 0,
    future_retry: 0,
    delivered_since: 42,
    abandoned_since: 0,
    failed_since: 0,
    oldest_pending_ms: null,
    oldest_due_ms: null,
    latest_next_attempt_ms: null,
    ...overrides,
  };
}

import type { DeliveryRows } from '../../state/fleet-state.ts';

/** Deliveries that went out about five minutes ago, within the recent window. */
export function delivered(count: number): DeliveryRows {
  return row('delivered', count, { created_age: 300, last_attempt_age: 290, delivered_age: 290 });
}

/** Deliveries that wait for a worker since `waitingSec`. */
export function due(count: number, waitingSec: number): DeliveryRows {
  return row('pending', count, { created_age: waitingSec, next_attempt_in: -waitingSec });
}

/** Deliveries that failed once and are to be tried again in `retryInSec`. */
export function retrying(count: number, retryInSec: number): DeliveryRows {
  return row('pending', count, { created_age: 120, last_attempt_age: 60, next_attempt_in: retryInSec });
}

/** Deliveries given up for good four minutes ago. */
export function failed(count: number): DeliveryRows {
  return row('failed', count, { created_age: 600, last_attempt_age: 240 });
}

/** Deliveries abandoned after the last retry, two minutes ago. */
export function abandoned(count: number): DeliveryRows {
  return row('abandoned', count, { created_age: 800, last_attempt_age: 120 });
}

function row(status: DeliveryRows['status'], count: number, overrides: Partial<DeliveryRows>): DeliveryRows {
  return {
    status,
    count,
    created_age: 0,
    next_attempt_in: null,
    last_attempt_age: null,
    delivered_age: null,
    ...overrides,
  };
}

import type { Delivery, DeliveryPosture, DeliveryTable } from 'fleet-core/contract/delivery';

/** A queue with nothing waiting. */
export function makeDeliveryTable(overrides: Partial<DeliveryTable> = {}): DeliveryTable {
  return {
    kind: 'webhook',
    pending: 0,
    due_now: 0,
    future_retry: 0,
    delivered_since: 42,
    abandoned_since: 0,
    failed_since: 0,
    oldest_pending_age_sec: 0,
    oldest_due_age_sec: 0,
    ...overrides,
  };
}

/** One owner, one enabled process. */
function makePosture(overrides: Partial<DeliveryPosture> = {}): DeliveryPosture {
  return {
    status: 'green',
    code: 'single_owner',
    enabled_process_count: 1,
    enabled_hosts: ['jetmon-deliverer-1'],
    owner_hosts: ['jetmon-deliverer-1'],
    message: 'delivery owner is constrained to jetmon-deliverer-1',
    ...overrides,
  };
}

/** Both queues idle. */
export function makeDelivery(overrides: Partial<Delivery> = {}): Delivery {
  const { kind: _, ...numbers } = makeDeliveryTable({ delivered_since: 60 });
  return {
    status: 'green',
    since: '2026-04-30T13:45:00Z',
    ...numbers,
    tables: [makeDeliveryTable(), makeDeliveryTable({ kind: 'alert', delivered_since: 18 })],
    posture: makePosture(),
    ...overrides,
  };
}

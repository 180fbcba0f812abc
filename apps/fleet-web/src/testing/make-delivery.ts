import type { Delivery, DeliveryTable } from 'fleet-core/contract/delivery';
import { firstOf } from './first-of.ts';
import { HEALTHY_SNAPSHOT } from './healthy-snapshot.ts';

const WEBHOOKS = firstOf(HEALTHY_SNAPSHOT.delivery.tables);

/** The webhook queue with nothing waiting. */
export function makeDeliveryTable(overrides: Partial<DeliveryTable> = {}): DeliveryTable {
  return { ...WEBHOOKS, ...overrides };
}

/** Both queues idle, and one process that owns them. */
export function makeDelivery(overrides: Partial<Delivery> = {}): Delivery {
  return { ...HEALTHY_SNAPSHOT.delivery, ...overrides };
}

import type { FleetReadings } from '../../domain/fleet-readings.ts';
import { makeBucketOwner } from './make-bucket-owner.ts';
import { makeDeliveryQueue } from './make-delivery-queue.ts';
import { makeDrift } from './make-drift.ts';
import { makeDeliverer, makeProcessHealth } from './make-process-health.ts';
import { makeReading } from './make-reading.ts';
import { makeSchema } from './make-schema.ts';
import { makeSiteChecks } from './make-site-checks.ts';
import { NOW_MS } from './now.ts';

/** A healthy fleet: three monitors own all 1000 buckets dynamically, one deliverer owns delivery, nothing waits. */
export function makeReadings(overrides: Partial<FleetReadings> = {}): FleetReadings {
  return {
    now_ms: NOW_MS,
    schema: makeSchema(),
    process_health: makeReading([
      makeProcessHealth({ host_id: 'jetmon-a' }),
      makeProcessHealth({ host_id: 'jetmon-b' }),
      makeProcessHealth({ host_id: 'jetmon-c' }),
      makeDeliverer(),
    ]),
    bucket_owners: makeReading([
      makeBucketOwner('jetmon-a', 0, 333),
      makeBucketOwner('jetmon-b', 334, 666),
      makeBucketOwner('jetmon-c', 667, 999),
    ]),
    webhook_deliveries: makeReading(makeDeliveryQueue()),
    alert_deliveries: makeReading(makeDeliveryQueue({ delivered_since: 18 })),
    projection_drift: makeReading(makeDrift(0)),
    site_activity: makeReading(makeSiteChecks()),
    ...overrides,
  };
}

import type { FleetReadings } from '../../domain/fleet-readings.ts';
import { makeBucketOwner } from '../make/make-bucket-owner.ts';
import { makeDeliveryQueue } from '../make/make-delivery-queue.ts';
import { makeDrift } from '../make/make-drift.ts';
import { makeDeliverer, makePinnedMonitor, makeProcessHealth } from '../make/make-process-health.ts';
import { makeReading } from '../make/make-reading.ts';
import { makeSchema } from '../make/make-schema.ts';
import { makeBucketActivity, makeSiteChecks } from '../make/make-site-checks.ts';
import { NOW_MS } from '../make/now.ts';

/** The range of each monitor host of the base fleets. */
export const BASE_RANGES = [
  { host_id: 'jetmon-a', min: 0, max: 333 },
  { host_id: 'jetmon-b', min: 334, max: 666 },
  { host_id: 'jetmon-c', min: 667, max: 999 },
] as const;

const OWNER = { delivery_owner_host: 'jetmon-deliverer-1' };

const common = {
  now_ms: NOW_MS,
  schema: makeSchema(),
  webhook_deliveries: makeReading(makeDeliveryQueue()),
  alert_deliveries: makeReading(makeDeliveryQueue({ delivered_since: 18 })),
  projection_drift: makeReading(makeDrift(0)),
  site_activity: makeReading(
    makeSiteChecks({
      buckets: Array.from({ length: 1000 }, (_, bucket_no) => makeBucketActivity(bucket_no)),
    }),
  ),
};

/** A healthy fleet: three monitors own all buckets by their rows, and report so; every process names the one deliverer. */
export function dynamicFleet(overrides: Partial<FleetReadings> = {}): FleetReadings {
  return {
    ...common,
    process_health: makeReading([
      ...BASE_RANGES.map(({ host_id, min, max }) =>
        makeProcessHealth({ host_id, bucket_min: min, bucket_max: max, ...OWNER }),
      ),
      makeDeliverer(),
    ]),
    bucket_owners: makeReading(
      BASE_RANGES.map(({ host_id, min, max }) => makeBucketOwner(host_id, min, max)),
    ),
    ...overrides,
  };
}

/** The same fleet with its ranges pinned, and no owner rows. */
export function pinnedFleet(overrides: Partial<FleetReadings> = {}): FleetReadings {
  return {
    ...common,
    process_health: makeReading([
      ...BASE_RANGES.map(({ host_id, min, max }) => makePinnedMonitor(host_id, min, max, OWNER)),
      makeDeliverer(),
    ]),
    bucket_owners: makeReading([]),
    ...overrides,
  };
}

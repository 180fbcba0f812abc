import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { makeBucketOwner } from 'fleet-core/testing/make/make-bucket-owner';
import { makeDeliverer, makeProcessHealth } from 'fleet-core/testing/make/make-process-health';
import { makeReading } from 'fleet-core/testing/make/make-reading';
import { makeSnapshot } from 'fleet-core/testing/make/make-snapshot';

const OWNERS = [
  makeBucketOwner('jetmon-a', 0, 249),
  makeBucketOwner('jetmon-b', 250, 499),
  makeBucketOwner('jetmon-c', 500, 749),
  makeBucketOwner('jetmon-d', 750, 999),
];

const MONITORS = OWNERS.map(({ host_id, bucket_min, bucket_max }) =>
  makeProcessHealth({ host_id, bucket_min, bucket_max }),
);

/** What the API answers of a healthy fleet: four monitors that own all buckets, and a deliverer. */
export const HEALTHY_SNAPSHOT: FleetSnapshot = makeSnapshot({
  process_health: makeReading([...MONITORS, makeDeliverer({ dashboard_port: null })]),
  bucket_owners: makeReading(OWNERS),
});

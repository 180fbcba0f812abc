import type { BucketOwnerRow } from '../../state/fleet-state.ts';
import type { BucketRange } from './bucket-range.ts';
import { hostVariation } from './host-variation.ts';

/** An active owner of these buckets with a fresh heartbeat. */
export function bucketOwner(
  hostId: string,
  range: BucketRange,
  overrides: Partial<BucketOwnerRow> = {},
): BucketOwnerRow {
  return {
    host_id: hostId,
    bucket_min: range.min,
    bucket_max: range.max,
    last_heartbeat_age: Math.floor(hostVariation(hostId) * 9),
    status: 'active',
    ...overrides,
  };
}

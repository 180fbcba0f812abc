import type { BucketOwnerRow } from '../../domain/bucket-owner.ts';
import { NOW_MS } from './now.ts';

/** An active owner of the buckets `min` to `max` whose heartbeat is 4 s old. */
export function makeBucketOwner(
  host_id: string,
  min: number,
  max: number,
  overrides: Partial<BucketOwnerRow> = {},
): BucketOwnerRow {
  return {
    host_id,
    bucket_min: min,
    bucket_max: max,
    status: 'active',
    last_heartbeat_ms: NOW_MS - 4000,
    ...overrides,
  };
}

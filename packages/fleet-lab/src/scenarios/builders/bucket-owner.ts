import type { BucketRange } from 'fleet-core/contract/bucket-coverage';
import type { HostRow } from '../../state/fleet-state.ts';
import { hostVariation } from './host-variation.ts';

/** An active owner of these buckets with a fresh heartbeat. */
export function bucketOwner(hostId: string, range: BucketRange, overrides: Partial<HostRow> = {}): HostRow {
  return {
    host_id: hostId,
    bucket_min: range.min,
    bucket_max: range.max,
    last_heartbeat_age: Math.floor(hostVariation(hostId) * 9),
    status: 'active',
    ...overrides,
  };
}

import type { BucketCoverage, BucketOwner, PinnedRange } from 'fleet-core/contract/bucket-coverage';

/** An active owner with a fresh heartbeat. */
export function makeOwner(host_id: string, bucket_min: number, bucket_max: number): BucketOwner {
  return {
    host_id,
    bucket_min,
    bucket_max,
    status: 'active',
    last_heartbeat: '2026-04-30T13:59:57Z',
    last_heartbeat_age_sec: 3,
    stale: false,
  };
}

/** The range that an active monitor is pinned to. */
export function makePinned(host_id: string, bucket_min: number, bucket_max: number): PinnedRange {
  return { process_id: `${host_id}:monitor`, host_id, bucket_min, bucket_max };
}

/** Four hosts that own 1000 buckets between them. */
export function makeCoverage(overrides: Partial<BucketCoverage> = {}): BucketCoverage {
  return {
    status: 'green',
    mode: 'dynamic',
    code: 'ok',
    bucket_total: 1000,
    host_count: 4,
    covered_buckets: 1000,
    gaps: [],
    overlaps: [],
    hosts: [
      makeOwner('jetmon-a', 0, 249),
      makeOwner('jetmon-b', 250, 499),
      makeOwner('jetmon-c', 500, 749),
      makeOwner('jetmon-d', 750, 999),
    ],
    pinned: [],
    ...overrides,
  };
}

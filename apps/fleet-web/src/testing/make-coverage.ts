import type {
  BucketCoverage,
  BucketOwner,
  LockedRange,
  PinnedRange,
} from 'fleet-core/contract/bucket-coverage';
import { firstOf } from './first-of.ts';
import { HEALTHY_SNAPSHOT } from './healthy-snapshot.ts';

const OWNER = firstOf(HEALTHY_SNAPSHOT.bucket_coverage.hosts);

/** An active owner with a fresh heartbeat. */
export function makeOwner(host_id: string, bucket_min: number, bucket_max: number): BucketOwner {
  return { ...OWNER, host_id, bucket_min, bucket_max };
}

/** The range that an active monitor is pinned to. */
export function makePinned(host_id: string, bucket_min: number, bucket_max: number): PinnedRange {
  return { process_id: `${host_id}:monitor`, host_id, bucket_min, bucket_max };
}

/** Four hosts that own 1000 buckets between them. */
export function makeCoverage(overrides: Partial<BucketCoverage> = {}): BucketCoverage {
  return { ...HEALTHY_SNAPSHOT.bucket_coverage, ...overrides };
}

/** A range that is locked for a host whose monitor is active. */
export function makeLock(
  host_id: string,
  bucket_min: number,
  bucket_max: number,
  overrides: Partial<LockedRange> = {},
): LockedRange {
  const activated_at = '2026-04-30T13:00:00Z';
  const lock = { run_id: `rol_${host_id}`, change_ref: 'CHG-7', activated_at, held: true };
  return { host_id, bucket_min, bucket_max, ...lock, ...overrides };
}

import type { BucketRange } from '../../contract/bucket-coverage.ts';
import type { RangeLock } from '../../domain/rollout-control.ts';
import { ownershipOf } from '../ownership/bucket-ownership.ts';
import { rangeOf, unionRanges } from '../ownership/bucket-ranges.ts';

export type Reported = {
  readonly bucket_ownership: string;
  readonly bucket_min: number | null;
  readonly bucket_max: number | null;
};

/** What is locked, each bucket once, in order. */
export function rangesOf(locks: readonly Pick<RangeLock, 'bucket_min' | 'bucket_max'>[]): BucketRange[] {
  return unionRanges(locks.map(rangeOf));
}

/**
 * Whether a monitor reports otherwise than the locks of its host say: another range, standby with a lock, or a range of the
 * API without one. One that is active carries its range, so reporting none contradicts a lock too.
 */
export function differsFromLocks(reported: Reported, locks: readonly RangeLock[]): boolean {
  const { bucket_min: min, bucket_max: max } = reported;
  const ownership = ownershipOf(reported);
  const held = rangesOf(locks);
  if (held.length > 0 && ownership === 'standby') return true;
  if (min === null || max === null) return held.length > 0;
  if (held.length === 0) return ownership === 'active';
  const [only, ...others] = held;
  return others.length > 0 || only?.min !== min || only.max !== max;
}

import type { BucketCoverage, LockedRange } from 'fleet-core/contract/bucket-coverage';

/** One owner's claim on buckets: by its row, by its pin or by a lock. */
export type OwnedRange = {
  readonly key: string;
  readonly host_id: string;
  readonly min: number;
  readonly max: number;
  /** Nobody stands behind it: a heartbeat past the grace, or a lock whose host has no active monitor. */
  readonly stale: boolean;
  /** The owner's status where it is another than `active`, else null. */
  readonly unusualStatus: string | null;
  /** By which rollout it is locked, and for which change, in one; null where it is not by a lock. */
  readonly lock: { readonly name: string; readonly change_ref: string } | null;
};

/** The owners of one kind, in the API's order. */
export type OwnerLane = {
  readonly kind: 'dynamic' | 'pinned' | 'locked';
  readonly ranges: readonly OwnedRange[];
};

/** The ownership that counts: dynamic rows, locks or pinned ranges, or while two kinds are seen one lane of each. */
export function ownerLanes(coverage: BucketCoverage): OwnerLane[] {
  const pinned: OwnerLane = { kind: 'pinned', ranges: pinnedRanges(coverage) };
  if (coverage.mode === 'pinned') return [pinned];
  const first: OwnerLane =
    coverage.mode === 'api_controlled'
      ? { kind: 'locked', ranges: lockedRanges(coverage) }
      : { kind: 'dynamic', ranges: dynamicRanges(coverage) };
  return coverage.mode === 'dynamic' || pinned.ranges.length === 0 ? [first] : [first, pinned];
}

/** `rol_1 · CHG-7`, as far as these are told. */
function lockName({ run_id, change_ref }: Pick<LockedRange, 'run_id' | 'change_ref'>): string {
  return [run_id, change_ref].filter((text) => text !== '').join(' · ');
}

function dynamicRanges({ hosts }: BucketCoverage): OwnedRange[] {
  return hosts.map(({ host_id, bucket_min, bucket_max, stale, status }) => ({
    key: host_id,
    host_id,
    min: bucket_min,
    max: bucket_max,
    stale,
    unusualStatus: status === 'active' ? null : status,
    lock: null,
  }));
}

function lockedRanges({ locks }: BucketCoverage): OwnedRange[] {
  return locks.map((lock) => ({
    key: `${lock.host_id} ${lock.bucket_min}`,
    host_id: lock.host_id,
    min: lock.bucket_min,
    max: lock.bucket_max,
    stale: !lock.held,
    unusualStatus: null,
    lock: { name: lockName(lock), change_ref: lock.change_ref },
  }));
}

function pinnedRanges({ pinned }: BucketCoverage): OwnedRange[] {
  return pinned
    .map(({ process_id, host_id, bucket_min, bucket_max }) => ({
      key: process_id,
      host_id,
      min: bucket_min,
      max: bucket_max,
      stale: false,
      unusualStatus: null,
      lock: null,
    }))
    .sort((a, b) => a.min - b.min);
}

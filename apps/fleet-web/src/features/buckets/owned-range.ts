import type { BucketCoverage } from 'fleet-core/contract/bucket-coverage';

/** One owner's claim on buckets, dynamic or pinned. */
export type OwnedRange = {
  readonly key: string;
  readonly host_id: string;
  readonly min: number;
  readonly max: number;
  readonly stale: boolean;
  /** The owner's status where it is another than `active`, else null. */
  readonly unusualStatus: string | null;
};

/** The owners of one kind, in the API's order. */
export type OwnerLane = { readonly kind: 'dynamic' | 'pinned'; readonly ranges: readonly OwnedRange[] };

/** The ownership that counts: dynamic rows, pinned ranges, or while both are seen one lane of each. */
export function ownerLanes(coverage: BucketCoverage): OwnerLane[] {
  const dynamic: OwnerLane = { kind: 'dynamic', ranges: dynamicRanges(coverage) };
  const pinned: OwnerLane = { kind: 'pinned', ranges: pinnedRanges(coverage) };
  if (coverage.mode === 'pinned') return [pinned];
  return coverage.mode === 'dynamic' || pinned.ranges.length === 0 ? [dynamic] : [dynamic, pinned];
}

function dynamicRanges({ hosts }: BucketCoverage): OwnedRange[] {
  return hosts.map(({ host_id, bucket_min, bucket_max, stale, status }) => ({
    key: host_id,
    host_id,
    min: bucket_min,
    max: bucket_max,
    stale,
    unusualStatus: status === 'active' ? null : status,
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
    }))
    .sort((a, b) => a.min - b.min);
}

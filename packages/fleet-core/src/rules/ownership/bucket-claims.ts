import type { BucketOverlap, BucketRange } from '../../contract/bucket-coverage.ts';
import { distinctSorted } from '../code-point-order.ts';
import { groupBy } from '../group-by.ts';
import { rangeOf, unionRanges } from './bucket-ranges.ts';
import { trackOpenClaims } from './open-claims.ts';

/** One owner's claim on buckets `bucket_min` to `bucket_max`, both included. */
export type BucketClaim = {
  readonly host_id: string;
  readonly bucket_min: number;
  readonly bucket_max: number;
  /** When it was given the buckets, where that is told. */
  readonly activated_at?: string | null;
};

/** Which of the buckets 0 … total − 1 are claimed never, once, and more than once. */
export type ClaimedBuckets = {
  readonly covered_buckets: number;
  readonly gaps: BucketRange[];
  readonly overlaps: BucketOverlap[];
};

/** The buckets that each host claims, each once. */
export function claimedByHost(claims: readonly BucketClaim[]): Map<string, BucketRange[]> {
  const ranges = new Map<string, BucketRange[]>();
  for (const [host, own] of groupBy(claims, ({ host_id }) => host_id))
    ranges.set(host, unionRanges(own.map(rangeOf)));
  return ranges;
}

/** Sweeps over the claims, from edge to edge; what lies outside 0 … total − 1 is cut off. */
export function sweepClaims(claims: readonly BucketClaim[], total: number): ClaimedBuckets {
  const inside = clip(claims, total);
  const starts = inside.toSorted((a, b) => a.min - b.min);
  const ends = inside.toSorted((a, b) => a.max - b.max);
  const open = trackOpenClaims(() => distinctSorted(inside.map((claim) => claim.host_id)));
  const gaps: BucketRange[] = [];
  const overlaps: BucketOverlap[] = [];
  let covered = 0;
  let started = 0;
  let ended = 0;
  let min = 0;
  while (min < total) {
    for (let claim = ends[ended]; claim !== undefined && claim.max < min; claim = ends[++ended]) {
      open.change(claim.host_id, -1);
    }
    for (let claim = starts[started]; claim !== undefined && claim.min <= min; claim = starts[++started]) {
      open.change(claim.host_id, 1);
    }
    const nextStart = starts[started]?.min ?? total;
    const max = Math.min(nextStart - 1, ends[ended]?.max ?? total - 1);
    const hostsChanged = open.haveOtherHosts();
    if (open.claimCount() === 0) gaps.push({ min, max });
    else covered += max - min + 1;
    if (open.claimCount() > 1) {
      const previous = overlaps.at(-1);
      if (previous?.max === min - 1 && !hostsChanged) previous.max = max;
      else overlaps.push({ min, max, ...open.hosts() });
    }
    min = max + 1;
  }
  return { covered_buckets: covered, gaps, overlaps };
}

function clip(claims: readonly BucketClaim[], total: number) {
  return claims
    .map(({ host_id, bucket_min, bucket_max }) => ({
      host_id,
      min: Math.max(0, bucket_min),
      max: Math.min(total - 1, bucket_max),
    }))
    .filter((claim) => claim.min <= claim.max);
}

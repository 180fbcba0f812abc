import type { BucketOverlap, BucketRange } from '../contract/bucket-coverage.ts';
import { distinctSorted } from './code-point-order.ts';

/** One owner's claim on buckets `bucket_min` to `bucket_max`, both included. */
export type BucketClaim = {
  readonly host_id: string;
  readonly bucket_min: number;
  readonly bucket_max: number;
};

/** Which of the buckets 0 … total − 1 are claimed never, once, and more than once. */
export type ClaimedBuckets = {
  readonly covered_buckets: number;
  readonly gaps: BucketRange[];
  readonly overlaps: BucketOverlap[];
};

/** Sweeps over the claims; what lies outside 0 … total − 1 is cut off. */
export function sweepClaims(claims: readonly BucketClaim[], total: number): ClaimedBuckets {
  const last = total - 1;
  const inside = claims
    .map((claim) => ({
      host_id: claim.host_id,
      min: Math.max(0, claim.bucket_min),
      max: Math.min(last, claim.bucket_max),
    }))
    .filter((claim) => claim.min <= claim.max)
    .sort((a, b) => a.min - b.min);

  const gaps: BucketRange[] = [];
  const overlaps: BucketOverlap[] = [];
  let covered = 0;
  let open: typeof inside = [];
  let next = 0;
  let taken = 0;
  while (next <= last) {
    open = open.filter((claim) => claim.max >= next);
    for (let claim = inside[taken]; claim !== undefined && claim.min <= next; claim = inside[++taken]) {
      open.push(claim);
    }
    const nextStart = inside[taken]?.min ?? total;
    const end = open.reduce((least, claim) => Math.min(least, claim.max), nextStart - 1);
    if (open.length === 0) gaps.push({ min: next, max: end });
    else covered += end - next + 1;
    if (open.length > 1) addOverlap(overlaps, next, end, distinctSorted(open.map((claim) => claim.host_id)));
    next = end + 1;
  }
  return { covered_buckets: covered, gaps, overlaps };
}

/** Extends the last overlap when the same hosts go on claiming, else begins another. */
function addOverlap(overlaps: BucketOverlap[], min: number, max: number, host_ids: string[]): void {
  const previous = overlaps.at(-1);
  const goesOn =
    previous !== undefined &&
    previous.max === min - 1 &&
    previous.host_ids.length === host_ids.length &&
    previous.host_ids.every((host, i) => host === host_ids[i]);
  if (goesOn) previous.max = max;
  else overlaps.push({ min, max, host_ids });
}

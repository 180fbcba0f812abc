import type { BucketRange } from '../../contract/bucket-coverage.ts';
import type { BucketActivity } from '../../domain/site-checks.ts';
import type { BucketClaim } from '../ownership/bucket-claims.ts';
import { activeMonitors } from '../ownership/bucket-ownership.ts';
import { unionRanges } from '../ownership/bucket-ranges.ts';
import type { JudgedProcess } from '../processes/processes.ts';

/** The buckets with active sites that a host owns, and since when its monitor can have checked them. */
export type OwnedBuckets = {
  readonly host_id: string;
  /** Milliseconds since 1970; 0 where the monitor does not say when it started. */
  readonly start_ms: number;
  readonly buckets: readonly BucketActivity[];
};

/** What each host with an active monitor owns, by the claims in force; hosts without one are left out. */
export function ownedBuckets(
  claims: readonly BucketClaim[],
  processes: readonly JudgedProcess[],
  buckets: readonly BucketActivity[],
): OwnedBuckets[] {
  const inOrder = buckets.toSorted((a, b) => a.bucket_no - b.bucket_no);
  const starts = monitorStarts(processes);
  return [...rangesByHost(claims)].flatMap(([host_id, ranges]) => {
    const start_ms = starts.get(host_id);
    if (start_ms === undefined) return [];
    return [{ host_id, start_ms, buckets: ranges.flatMap((range) => bucketsWithin(inOrder, range)) }];
  });
}

/** When the longest-running active monitor of each host started; one without a start has run for ever. */
function monitorStarts(processes: readonly JudgedProcess[]): Map<string, number> {
  const starts = new Map<string, number>();
  for (const { process, started_at_ms } of activeMonitors(processes)) {
    const known = starts.get(process.host_id) ?? Number.POSITIVE_INFINITY;
    starts.set(process.host_id, Math.min(known, started_at_ms ?? 0));
  }
  return starts;
}

function rangesByHost(claims: readonly BucketClaim[]): Map<string, BucketRange[]> {
  const ranges = new Map<string, BucketRange[]>();
  for (const { host_id, bucket_min: min, bucket_max: max } of claims) {
    ranges.set(host_id, unionRanges([...(ranges.get(host_id) ?? []), { min, max }]));
  }
  return ranges;
}

function bucketsWithin(inOrder: readonly BucketActivity[], { min, max }: BucketRange): BucketActivity[] {
  const within: BucketActivity[] = [];
  let place = firstFrom(inOrder, min);
  for (
    let bucket = inOrder[place];
    bucket !== undefined && bucket.bucket_no <= max;
    bucket = inOrder[place]
  ) {
    within.push(bucket);
    place += 1;
  }
  return within;
}

/** Where the first bucket from `min` on stands. Claims may be thousands, and buckets tens of thousands. */
function firstFrom(inOrder: readonly BucketActivity[], min: number): number {
  let low = 0;
  let high = inOrder.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((inOrder[middle]?.bucket_no ?? min) < min) low = middle + 1;
    else high = middle;
  }
  return low;
}

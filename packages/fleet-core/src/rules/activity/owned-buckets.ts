import type { BucketRange } from '../../contract/bucket-coverage.ts';
import { fromInstant } from '../../domain/instant.ts';
import type { BucketActivity } from '../../domain/site-checks.ts';
import { type BucketClaim, claimedByHost } from '../ownership/bucket-claims.ts';
import { isActiveMonitor } from '../processes/process-type.ts';
import type { JudgedProcess } from '../processes/processes.ts';

/** The buckets with active sites that a host owns, and since when its monitor can have checked them. */
export type OwnedBuckets = {
  readonly host_id: string;
  /** Milliseconds since 1970; 0 where neither the monitor says when it started nor its claim when it was activated. */
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
  const activations = latestActivations(claims);
  const owned: OwnedBuckets[] = [];
  for (const [host_id, ranges] of claimedByHost(claims)) {
    const started = starts.get(host_id);
    if (started === undefined) continue;
    const start_ms = Math.max(started, activations.get(host_id) ?? 0);
    const [only] = ranges;
    // Nearly every host has one range.
    const own =
      only !== undefined && ranges.length === 1
        ? bucketsWithin(inOrder, only)
        : ranges.flatMap((range) => bucketsWithin(inOrder, range));
    owned.push({ host_id, start_ms, buckets: own });
  }
  return owned;
}

/** When the longest-running active monitor of each host started; one without a start has run for ever. */
function monitorStarts(processes: readonly JudgedProcess[]): Map<string, number> {
  const starts = new Map<string, number>();
  for (const judged of processes) {
    if (!isActiveMonitor(judged)) continue;
    const { process, started_at_ms } = judged;
    const known = starts.get(process.host_id) ?? Number.POSITIVE_INFINITY;
    starts.set(process.host_id, Math.min(known, started_at_ms ?? 0));
  }
  return starts;
}

function latestActivations(claims: readonly BucketClaim[]): Map<string, number> {
  const activations = new Map<string, number>();
  for (const { host_id, activated_at } of claims) {
    if (activated_at == null) continue;
    activations.set(host_id, Math.max(activations.get(host_id) ?? 0, fromInstant(activated_at)));
  }
  return activations;
}

function bucketsWithin(inOrder: readonly BucketActivity[], { min, max }: BucketRange): BucketActivity[] {
  return inOrder.slice(firstFrom(inOrder, min), firstFrom(inOrder, max + 1));
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

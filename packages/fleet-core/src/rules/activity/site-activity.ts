import type { SiteActivity } from '../../contract/site-activity.ts';
import { toInstant } from '../../domain/instant.ts';
import type { Reading } from '../../domain/reading.ts';
import type { BucketActivity, SiteChecks } from '../../domain/site-checks.ts';
import type { Thresholds } from '../../domain/thresholds.ts';
import type { BucketClaim } from '../ownership/bucket-claims.ts';
import { bucketsIn, unionRanges } from '../ownership/bucket-ranges.ts';
import type { JudgedProcess } from '../processes/processes.ts';
import { type OwnedBuckets, ownedBuckets } from './owned-buckets.ts';

/** A bucket that its owner has not checked for longer than the limit. */
export type UncheckedBucket = Pick<BucketActivity, 'bucket_no' | 'newest_check_ms'> & {
  readonly limit_sec: number;
  /** When the limit was overstepped; null where neither a check nor the start of the monitor tells. */
  readonly since_ms: number | null;
};

/** What an active owner makes of the buckets with active sites that it owns. */
export type OwnerActivity = {
  readonly host_id: string;
  readonly bucket_count: number;
  /** How many of them its monitor may still come to: it has not run for long enough. */
  readonly waived_count: number;
  readonly unchecked: readonly UncheckedBucket[];
};

/** Site activity as the snapshot has it, and what each active owner makes of its buckets. */
export type JudgedActivity = {
  readonly section: SiteActivity;
  /** How many buckets with sites an active owner has. */
  readonly owned_count: number;
  readonly owners: readonly OwnerActivity[];
};

/**
 * Judges whether the sites of owned buckets are checked. Buckets that no active monitor's host owns raise nothing: they
 * are v1's, or their owner's absence is told elsewhere. A bucket is judged once its owner's monitor has run for as long
 * as a check may take, and as of the time of the reading: what was checked since then is not known.
 */
export function judgeSiteActivity(
  reading: Reading<SiteChecks | null>,
  claims: readonly BucketClaim[],
  processes: readonly JudgedProcess[],
  { bucket_total, activity_grace_sec }: Thresholds,
): JudgedActivity {
  if (!reading.ok || reading.value === null) {
    const error = notReadText(reading, bucket_total);
    return { section: { ...NOT_READ, error }, owned_count: 0, owners: [] };
  }
  const { buckets, sites_outside } = reading.value;
  const owned = ownedBuckets(claims, processes, buckets);
  const owners = owned.map((each) => judgeOwner(each, reading.read_at_ms, activity_grace_sec));
  const unchecked = unionRanges(
    owners.flatMap((owner) => owner.unchecked.map(({ bucket_no }) => ({ min: bucket_no, max: bucket_no }))),
  );
  return {
    section: {
      buckets_with_sites: buckets.length,
      unchecked_buckets: bucketsIn(unchecked),
      unchecked,
      sites_outside_buckets: sites_outside,
      checked_at: toInstant(reading.read_at_ms),
    },
    owned_count: countDistinct(owned),
    owners,
  };
}

/** A bucket that two hosts own counts once. */
function countDistinct(owned: readonly OwnedBuckets[]): number {
  const counted = new Set<BucketActivity>();
  for (const { buckets } of owned) for (const bucket of buckets) counted.add(bucket);
  return counted.size;
}

const NOT_READ: SiteActivity = {
  buckets_with_sites: null,
  unchecked_buckets: null,
  unchecked: [],
  sites_outside_buckets: null,
  checked_at: null,
};

function notReadText(reading: Reading<unknown>, bucketTotal: number): string {
  if (!reading.ok)
    return reading.is_too_slow
      ? 'site activity is not read yet: the sites take long to read'
      : 'site activity could not be read';
  return bucketTotal > 0
    ? 'this database does not tell when sites were last checked'
    : `BUCKET_TOTAL is ${bucketTotal}, so there are no buckets to look at`;
}

function judgeOwner(
  { host_id, start_ms, buckets }: OwnedBuckets,
  atMs: number,
  graceSec: number,
): OwnerActivity {
  const late = buckets.filter((bucket) =>
    isPastGrace(bucket.newest_check_ms, atMs, uncheckedAfterSec(bucket, graceSec)),
  );
  if (late.length === 0) return { host_id, bucket_count: buckets.length, waived_count: 0, unchecked: [] };
  const unchecked = late
    .map((bucket) => ({ ...bucket, limit_sec: uncheckedAfterSec(bucket, graceSec) }))
    .filter(({ limit_sec }) => isPastGrace(start_ms, atMs, limit_sec))
    .map(({ bucket_no, newest_check_ms, limit_sec }) => {
      const fromMs = Math.max(newest_check_ms ?? 0, start_ms);
      return {
        bucket_no,
        newest_check_ms,
        limit_sec,
        since_ms: fromMs === 0 ? null : fromMs + limit_sec * 1000,
      };
    });
  return { host_id, bucket_count: buckets.length, waived_count: late.length - unchecked.length, unchecked };
}

/** The grace, or twice the shortest interval of the bucket's sites where that is longer. */
function uncheckedAfterSec({ shortest_interval_min }: BucketActivity, graceSec: number): number {
  return Math.max(graceSec, 2 * 60 * (shortest_interval_min ?? 0));
}

/**
 * Whether a time, or never, lies further back than the grace. A bucket is worth asking for the intervals of its sites
 * only when its newest check does.
 */
export function isPastGrace(ms: number | null, nowMs: number, graceSec: number): boolean {
  return nowMs - (ms ?? 0) > graceSec * 1000;
}

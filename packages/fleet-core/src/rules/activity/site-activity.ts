import type { SiteActivity } from '../../contract/site-activity.ts';
import { toInstant } from '../../domain/instant.ts';
import type { Reading } from '../../domain/reading.ts';
import type { BucketActivity, SiteChecks } from '../../domain/site-checks.ts';
import type { Thresholds } from '../../domain/thresholds.ts';
import { activeMonitors } from '../ownership/bucket-ownership.ts';
import { unionRanges } from '../ownership/union-ranges.ts';
import type { JudgedProcess } from '../processes/processes.ts';

/** An owner that leaves buckets unchecked: which, and how many buckets with active sites it owns. */
export type OwnerActivity = {
  readonly host_id: string;
  readonly buckets: number;
  readonly unchecked: readonly BucketActivity[];
};

/** Site activity as the snapshot has it, and the owners that leave buckets unchecked. */
export type JudgedActivity = {
  readonly section: SiteActivity;
  readonly owners: readonly OwnerActivity[];
};

type Claim = { readonly host_id: string; readonly bucket_min: number; readonly bucket_max: number };

/**
 * Judges whether the sites of owned buckets are checked. Buckets that no active monitor's host owns raise nothing: they
 * are v1's, or their owner's absence is told elsewhere. An owner is judged once its monitor has run for as long as a
 * check may take.
 */
export function judgeSiteActivity(
  reading: Reading<SiteChecks | null>,
  claims: readonly Claim[],
  processes: readonly JudgedProcess[],
  nowMs: number,
  { activity_grace_sec }: Thresholds,
): JudgedActivity {
  if (!reading.ok || reading.value === null) {
    const error = reading.ok
      ? 'site activity is not known on this database'
      : 'site activity could not be read';
    return { section: { ...NOT_READ, error }, owners: [] };
  }
  const { buckets, sites_outside } = reading.value;
  const startedMs = monitorStarts(processes);
  const late = buckets
    .map((bucket) => ({ ...bucket, limitMs: uncheckedAfterMs(bucket, activity_grace_sec) }))
    .filter(({ newest_check_ms, limitMs }) => nowMs - (newest_check_ms ?? 0) > limitMs);
  const owners = claims.flatMap((claim) => {
    const startMs = startedMs.get(claim.host_id);
    if (late.length === 0 || startMs === undefined) return [];
    const unchecked = late.filter((bucket) => holds(claim, bucket) && nowMs - startMs > bucket.limitMs);
    if (unchecked.length === 0) return [];
    return [
      { host_id: claim.host_id, buckets: buckets.filter((bucket) => holds(claim, bucket)).length, unchecked },
    ];
  });
  const unchecked = new Set(owners.flatMap((owner) => owner.unchecked.map(({ bucket_no }) => bucket_no)));
  return {
    section: {
      buckets_with_sites: buckets.length,
      unchecked_buckets: unchecked.size,
      unchecked: unionRanges([...unchecked].map((bucket) => ({ min: bucket, max: bucket }))),
      sites_outside_buckets: sites_outside,
      checked_at: toInstant(reading.read_at_ms),
    },
    owners,
  };
}

const NOT_READ: SiteActivity = {
  buckets_with_sites: null,
  unchecked_buckets: null,
  unchecked: [],
  sites_outside_buckets: null,
  checked_at: null,
};

function holds({ bucket_min, bucket_max }: Claim, { bucket_no }: BucketActivity): boolean {
  return bucket_no >= bucket_min && bucket_no <= bucket_max;
}

/** The grace, or twice the shortest interval of the bucket's sites where that is longer. */
function uncheckedAfterMs({ shortest_interval_min }: BucketActivity, graceSec: number): number {
  return Math.max(graceSec, 2 * 60 * (shortest_interval_min ?? 0)) * 1000;
}

/** Whether a bucket is worth asking for the intervals of its sites: it can only be unchecked when it is this late. */
export function isPastGrace(newestCheckMs: number | null, nowMs: number, graceSec: number): boolean {
  return nowMs - (newestCheckMs ?? 0) > graceSec * 1000;
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

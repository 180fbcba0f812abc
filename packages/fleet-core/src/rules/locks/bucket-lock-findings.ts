import type { BucketRange } from '../../contract/bucket-coverage.ts';
import type { BucketLocks } from '../../domain/rollout-control.ts';
import { type Finding, finding } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { allWithinTotal, rangeOf, subtractRanges, unionRanges } from '../ownership/bucket-ranges.ts';
import { bucketRangeText, rangesText } from '../text/bucket-range-text.ts';

/** Where the locks of single buckets, which keep two owners apart, and the range locks disagree. Both are of one moment. */
export function bucketLockFindings({
  readings: { rollout_locks },
  locks,
  thresholds: { bucket_total },
}: JudgedFleet): Finding[] {
  if (!rollout_locks?.ok || rollout_locks.value.buckets === null) return [];
  const { buckets } = rollout_locks.value;
  const bucketsOf = groupBy(buckets, keyOf);
  const lockOf = new Map(locks.map((lock) => [keyOf(lock), lock]));
  const lacking = locks.flatMap((lock) => {
    const { host_id } = lock;
    const range = rangeOf(lock);
    const missing = subtractRanges([range], (bucketsOf.get(keyOf(lock)) ?? []).map(rangeOf));
    if (missing.length === 0) return [];
    const which = rangesText(missing);
    const title = `${host_id} holds the lock of ${rangesText([range])} without the bucket locks of ${which}`;
    const message = `range lock of ${host_id}, ${bucketRangeText(range)}: no bucket locks of it for ${which}`;
    return [mismatch(host_id, title, message, allWithinTotal(missing, bucket_total))];
  });
  const stray = [...groupBy(buckets, ({ host_id }) => host_id)].flatMap(([host_id, own]) => {
    const outside = own.flatMap((each) => {
      const lock = lockOf.get(keyOf(each));
      return subtractRanges([rangeOf(each)], lock === undefined ? [] : [rangeOf(lock)]);
    });
    if (outside.length === 0) return [];
    const ranges = unionRanges(outside);
    const which = rangesText(ranges);
    const title = `${host_id} has bucket locks of ${which} and no range lock for them`;
    const message = `bucket locks of ${host_id}: no range lock of it for ${which}`;
    return [mismatch(host_id, title, message, allWithinTotal(ranges, bucket_total))];
  });
  return [...lacking, ...stray];
}

function keyOf({ lock_id, host_id }: Pick<BucketLocks, 'lock_id' | 'host_id'>): string {
  return JSON.stringify([lock_id, host_id]);
}

function mismatch(host_id: string, title: string, message: string, ranges: readonly BucketRange[]): Finding {
  return finding('red', 'lock_bucket_mismatch', title, message, {
    subject: host_id,
    hosts: [host_id],
    ranges,
  });
}

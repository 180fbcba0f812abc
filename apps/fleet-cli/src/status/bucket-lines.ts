import type { BucketCoverage, BucketRange } from 'fleet-core/contract/bucket-coverage';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { rangesText } from 'fleet-core/rules/text/bucket-range-text';
import { numberText } from 'fleet-core/rules/text/count-text';
import { durationText } from 'fleet-core/rules/text/duration-text';
import { table } from '../terminal/table.ts';
import type { Page } from './page.ts';
import { someRows } from './some-rows.ts';

const COLUMNS = [
  { title: 'buckets', isNumber: true },
  { title: 'host' },
  { title: 'by' },
  { title: 'note' },
] as const;

/** Who owns which buckets and by what, and which are nobody's or several hosts'. */
export function bucketLines({ bucket_coverage }: FleetSnapshot, page: Page): string[] {
  const { covered_buckets, bucket_total, mode, gaps, overlaps, remains_with_v1 } = bucket_coverage;
  const covered = covered_buckets === null ? 'not known' : numberText(covered_buckets);
  const claims = claimsOf(bucket_coverage).toSorted((a, b) => a.range.min - b.range.min);
  const rows = claims.map(({ range, host, by, note }) => [`${range.min}-${range.max}`, host, by, note]);
  return [
    `${covered} of ${numberText(bucket_total)} covered, ${mode}`,
    ...(gaps.length === 0 ? [] : [`nobody's: ${rangesText(gaps)}`]),
    ...overlaps.map(({ min, max, host_ids }) => `of several hosts: ${min}-${max} (${host_ids.join(', ')})`),
    ...(remains_with_v1.length === 0 ? [] : [`with v1: ${rangesText(remains_with_v1)}`]),
    ...someRows(rows, page, (shown) => table(COLUMNS, shown, page.width)),
  ];
}

type Claim = {
  readonly range: BucketRange;
  readonly host: string;
  readonly by: string;
  readonly note: string;
};

function claimsOf({ hosts, pinned, locks }: BucketCoverage): Claim[] {
  const rangeOf = ({ bucket_min, bucket_max }: { bucket_min: number; bucket_max: number }) => ({
    min: bucket_min,
    max: bucket_max,
  });
  return [
    ...hosts.map((owner) => {
      const age = owner.last_heartbeat_age_sec;
      const heartbeat = age === null ? 'no heartbeat' : `heartbeat ${durationText(age)} ago`;
      const note = `${owner.status}, ${heartbeat}${owner.stale ? ', stale' : ''}`;
      return { range: rangeOf(owner), host: owner.host_id, by: 'owner row', note };
    }),
    ...pinned.map((range) => ({ range: rangeOf(range), host: range.host_id, by: 'pinned', note: '' })),
    ...locks.map((lock) => {
      const note = lock.held ? lock.change_ref : 'no monitor is active';
      return { range: rangeOf(lock), host: lock.host_id, by: `lock of ${lock.run_id}`, note };
    }),
  ];
}

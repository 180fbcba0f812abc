import type { BucketRange } from '../../../contract/bucket-coverage.ts';
import type { JudgedFleet } from '../../judged-fleet.ts';
import { unionRanges } from '../../ownership/union-ranges.ts';
import { bucketsIn, rangesText } from '../../text/bucket-range-text.ts';
import { countText } from '../../text/count-text.ts';

/** The buckets that a host is to watch: by its owner row, or else by what its monitors reported. */
export function heldRanges({ bucket_coverage, processes }: JudgedFleet, host: string): BucketRange[] {
  const { hosts, mode, bucket_total } = bucket_coverage;
  const owned = mode === 'pinned' ? [] : hosts.filter((owner) => owner.host_id === host);
  const reported = processes
    .map(({ process }) => process)
    .filter((process) => process.host_id === host && process.process_type === 'monitor');
  const held = (owned.length > 0 ? owned : reported).flatMap(({ bucket_min: min, bucket_max: max }) =>
    min === null || max === null ? [] : [{ min: Math.max(0, min), max: Math.min(max, bucket_total - 1) }],
  );
  return unionRanges(held);
}

/** ` and holds 166-332: 167 buckets are not watched`, or nothing. */
export function unwatchedText(ranges: readonly BucketRange[]): string {
  if (ranges.length === 0) return '';
  return ` and holds ${rangesText(ranges)}: ${countText(bucketsIn(ranges), 'bucket is', 'buckets are')} not watched`;
}

/** Whether all of the inner range lies in one of the outer ones. */
export function liesWithin(inner: BucketRange, outer: readonly BucketRange[]): boolean {
  return outer.some(({ min, max }) => min <= inner.min && inner.max <= max);
}

import type { BucketRange } from '../../../../contract/bucket-coverage.ts';
import { hostOf, type JudgedFleet } from '../../../judged-fleet.ts';
import { bucketsIn, commonRanges, unionRanges, withinTotal } from '../../../ownership/bucket-ranges.ts';
import { rangesText } from '../../../text/bucket-range-text.ts';
import { countText } from '../../../text/count-text.ts';

/** The buckets that a host is to watch: by its owner row, or else as its monitors, vanished ones too, last reported. */
export function heldRanges(fleet: JudgedFleet, host: string): BucketRange[] {
  const { mode, bucket_total } = fleet.bucket_coverage;
  const { owner, processes, vanished } = hostOf(fleet, host);
  const monitors = [...processes.map(({ process }) => process), ...vanished].filter(
    ({ process_type }) => process_type === 'monitor',
  );
  const held = owner === undefined || mode === 'pinned' ? monitors : [owner];
  return unionRanges(
    held.flatMap(({ bucket_min: min, bucket_max: max }) =>
      min === null || max === null ? [] : [withinTotal({ min, max }, bucket_total)],
    ),
  );
}

/** The buckets that nobody watches when this host does not: what it holds, without what others claim. */
export function unwatchedWithout(fleet: JudgedFleet, host: string): BucketRange[] {
  const held = heldRanges(fleet, host);
  const alone = commonRanges(held, fleet.soleClaims.get(host) ?? []);
  return unionRanges([...alone, ...commonRanges(held, fleet.bucket_coverage.gaps)]);
}

/** ` and holds 166-332: 167 buckets are not watched`, or nothing. */
export function holdsText(ranges: readonly BucketRange[]): string {
  return ranges.length === 0 ? '' : ` and holds ${rangesText(ranges)}: ${notWatchedText(ranges)}`;
}

/** `167 buckets are not watched`. */
export function notWatchedText(ranges: readonly BucketRange[]): string {
  return `${countText(bucketsIn(ranges), 'bucket is', 'buckets are')} not watched`;
}

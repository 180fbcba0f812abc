import type { BucketRange } from '../../../../contract/bucket-coverage.ts';
import { hostOf, type JudgedFleet } from '../../../judged-fleet.ts';
import { ownershipOf } from '../../../ownership/bucket-ownership.ts';
import { bucketsIn, commonRanges, unionRanges, withinTotal } from '../../../ownership/bucket-ranges.ts';
import { isMonitor } from '../../../processes/process-type.ts';
import { rangesText } from '../../../text/bucket-range-text.ts';
import { countText } from '../../../text/count-text.ts';

/** The buckets that a host is to watch: by its lock or its owner row, or else as its monitors, vanished ones too, last reported. */
export function heldRanges(fleet: JudgedFleet, host: string): BucketRange[] {
  const { mode, bucket_total } = fleet.bucket_coverage;
  const { owner, locks, processes, vanished } = hostOf(fleet, host);
  const monitors = processes.map(({ process }) => process).filter(isMonitor);
  const all = [...monitors, ...vanished.filter(isMonitor)];
  const byRow = owner === undefined || mode === 'pinned' ? all : [owner];
  // Where a range was released, what a monitor reported last is v1's again.
  const byLock = locks.length > 0 ? locks : monitors.filter((process) => ownershipOf(process) === 'pinned');
  const held = mode === 'api_controlled' ? byLock : byRow;
  return unionRanges(
    held.flatMap(({ bucket_min: min, bucket_max: max }) =>
      min === null || max === null ? [] : [withinTotal({ min, max }, bucket_total)],
    ),
  );
}

/** The buckets that nobody watches when this host does not: what it holds, without what others claim. */
export function unwatchedWithout(fleet: JudgedFleet, host: string): BucketRange[] {
  const held = heldRanges(fleet, host);
  const alone = commonRanges(held, fleet.soleClaimsOf(host));
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

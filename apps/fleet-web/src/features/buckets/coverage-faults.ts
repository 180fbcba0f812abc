import type { BucketCoverage, BucketOverlap } from 'fleet-core/contract/bucket-coverage';
import { bucketsIn, formatBuckets } from '../../format/bucket-range.ts';
import { countOf } from '../../format/count.ts';
import { joinNames } from '../../format/names.ts';
import { gapNeighbours } from './gap-neighbours.ts';
import { type OwnedRange, ownerLanes } from './owned-range.ts';

/** One irregularity of the bucket range as text. `glyph` is the mark that the picture has for it. */
export type CoverageFault = {
  readonly kind: 'gap' | 'overlap' | 'rest' | 'stale' | 'status' | 'outside';
  readonly glyph: string;
  readonly text: string;
};

/** Everything that the picture marks, in words: gaps, overlaps, then the owners that stand out. */
export function coverageFaults(coverage: BucketCoverage): CoverageFault[] {
  const ranges = ownerLanes(coverage).flatMap((lane) => lane.ranges);
  return [
    ...gapFaults(coverage, ranges),
    ...overlapFaults(coverage),
    ...ownerFaults(coverage, ranges),
    ...restOfV1(coverage),
  ];
}

function gapFaults({ gaps, mode }: BucketCoverage, ranges: readonly OwnedRange[]): CoverageFault[] {
  return gaps.map((gap) => {
    const buckets = `${formatBuckets(gap)} (${countOf(bucketsIn(gap), 'bucket')})`;
    const where = gapNeighbours(gap, ranges);
    if (mode === 'api_controlled') return { kind: 'gap', glyph: '▲', text: `No lock ${buckets}${where}` };
    // While hosts are pinned, the rest of the range belongs to hosts that this page does not see.
    return mode === 'pinned'
      ? { kind: 'gap', glyph: '–', text: `Not pinned ${buckets}${where}` }
      : { kind: 'gap', glyph: '▲', text: `Gap ${buckets}: no owner${where}` };
  });
}

/** No fault, but not v2's either. */
function restOfV1({ remains_with_v1 }: BucketCoverage): CoverageFault[] {
  return remains_with_v1.map((rest) => ({
    kind: 'rest',
    glyph: '–',
    text: `With v1 ${formatBuckets(rest)} (${countOf(bucketsIn(rest), 'bucket')})`,
  }));
}

function overlapFaults({ overlaps }: BucketCoverage): CoverageFault[] {
  return overlaps.map((overlap) => ({
    kind: 'overlap',
    glyph: '×',
    text: `Overlap ${formatBuckets(overlap)} (${countOf(bucketsIn(overlap), 'bucket')}): claimed by ${claimants(overlap)}`,
  }));
}

function claimants({ host_ids, more_hosts = 0 }: BucketOverlap): string {
  return joinNames(more_hosts > 0 ? [...host_ids, countOf(more_hosts, 'other')] : host_ids);
}

function ownerFaults({ bucket_total }: BucketCoverage, ranges: readonly OwnedRange[]): CoverageFault[] {
  const faults: CoverageFault[] = [];
  for (const range of ranges) {
    const isOutside = range.min < 0 || range.max >= bucket_total || range.max < range.min;
    // Of thousands nearly all are well: nothing is worded of them.
    if (!range.stale && range.unusualStatus === null && !isOutside) continue;
    const buckets = formatBuckets(range);
    if (range.stale) {
      const text =
        range.lock === null
          ? `${range.host_id} is silent and owns ${buckets}`
          : `${range.host_id} has no active monitor and holds the lock of ${buckets}`;
      faults.push({ kind: 'stale', glyph: '◌', text });
    }
    if (range.unusualStatus !== null) {
      const text = `${range.host_id} is ${range.unusualStatus || 'without a status'} and owns ${buckets}`;
      faults.push({ kind: 'status', glyph: '□', text });
    }
    if (isOutside) {
      const text = `${range.host_id} claims ${range.min} to ${range.max}; the picture ends at 0 and ${bucket_total - 1}`;
      faults.push({ kind: 'outside', glyph: '⟂', text });
    }
  }
  return faults;
}

import type { BucketCoverage, BucketOverlap } from 'fleet-core/contract/bucket-coverage';
import { bucketsIn, formatBuckets } from '../../format/bucket-range.ts';
import { countOf } from '../../format/count.ts';
import { joinNames } from '../../format/names.ts';
import { gapNeighbours } from './gap-neighbours.ts';
import { type OwnedRange, ownerLanes } from './owned-range.ts';

/** One irregularity of the bucket range as text. `glyph` is the mark that the picture has for it. */
export type CoverageFault = {
  readonly kind: 'gap' | 'overlap' | 'stale' | 'status' | 'outside';
  readonly glyph: string;
  readonly text: string;
};

/** Everything that the picture marks, in words: gaps, overlaps, then the owners that stand out. */
export function coverageFaults(coverage: BucketCoverage): CoverageFault[] {
  const ranges = ownerLanes(coverage).flatMap((lane) => lane.ranges);
  return [...gapFaults(coverage, ranges), ...overlapFaults(coverage), ...ownerFaults(coverage, ranges)];
}

function gapFaults({ gaps, mode }: BucketCoverage, ranges: readonly OwnedRange[]): CoverageFault[] {
  return gaps.map((gap) => {
    const buckets = `${formatBuckets(gap)} (${countOf(bucketsIn(gap), 'bucket')})`;
    const where = gapNeighbours(gap, ranges);
    // While hosts are pinned, the rest of the range belongs to hosts that this page does not see.
    return mode === 'pinned'
      ? { kind: 'gap', glyph: '–', text: `Not pinned ${buckets}${where}` }
      : { kind: 'gap', glyph: '▲', text: `Gap ${buckets}: no owner${where}` };
  });
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
  return ranges.flatMap((range) => {
    const buckets = formatBuckets(range);
    const faults: CoverageFault[] = [];
    if (range.stale) {
      faults.push({ kind: 'stale', glyph: '◌', text: `${range.host_id} is stale and owns ${buckets}` });
    }
    if (range.unusualStatus !== null) {
      const text = `${range.host_id} is ${range.unusualStatus || 'without a status'} and owns ${buckets}`;
      faults.push({ kind: 'status', glyph: '□', text });
    }
    if (range.min < 0 || range.max >= bucket_total || range.max < range.min) {
      const text = `${range.host_id} claims ${range.min} to ${range.max}; the picture ends at 0 and ${bucket_total - 1}`;
      faults.push({ kind: 'outside', glyph: '⟂', text });
    }
    return faults;
  });
}

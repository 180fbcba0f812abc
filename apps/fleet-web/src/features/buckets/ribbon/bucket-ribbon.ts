import type { BucketCoverage, BucketRange } from 'fleet-core/contract/bucket-coverage';
import { formatBuckets } from '../../../format/bucket-range.ts';
import { joinNames } from '../../../format/names.ts';
import { gapNeighbours } from '../gap-neighbours.ts';
import { type OwnerLane, ownerLanes } from '../owned-range.ts';
import { type FaultLabel, faultLabels, type LabelledFault, TYPE_PX } from './ribbon-labels.ts';
import { axisTicks, type Canvas, type Stretch, stretchOf, type Tick, widened } from './ribbon-scale.ts';
import { layOutSegments, type RibbonSegment } from './ribbon-segments.ts';

/** A fault of one bucket in a thousand would be a pixel or two wide and pass unseen. */
export const LEAST_FAULT_PX = 8;

/** A gap, an overlap, or what remains with v1, as drawn over all lanes. */
export type RibbonFault = LabelledFault & { readonly title: string };

/** The whole picture in pixels, without heights. */
export type BucketRibbon = {
  readonly lanes: readonly {
    readonly kind: OwnerLane['kind'];
    /** What is owned without anything to show, where there are too many owners to tell them apart. */
    readonly ground: readonly Stretch[];
    readonly segments: readonly RibbonSegment[];
  }[];
  readonly faults: readonly RibbonFault[];
  readonly labels: readonly FaultLabel[];
  /** The names of stale owners that have no room for them, to stand below. */
  readonly names: readonly FaultLabel[];
  readonly ticks: readonly Tick[];
};

/** Lays out the bucket range on `width` pixels. There is nothing to draw without a bucket total. */
export function layOutRibbon(coverage: BucketCoverage, width: number, typePx = TYPE_PX): BucketRibbon | null {
  const { bucket_total, covered_buckets } = coverage;
  if (bucket_total <= 0 || covered_buckets === null) return null;
  const canvas = { width, typePx, leastFaultPx: (LEAST_FAULT_PX * typePx) / TYPE_PX };
  const faults = layOutFaults(coverage, canvas);
  const lanes = ownerLanes(coverage).map((lane) => ({
    kind: lane.kind,
    ...layOutSegments(lane.ranges, bucket_total, canvas, faults),
  }));
  const callouts = lanes.flatMap(({ segments }) => segments.flatMap(({ callout }) => callout ?? []));
  return {
    lanes,
    faults,
    labels: faultLabels(faults, width, typePx),
    names: faultLabels(callouts, width, typePx),
    ticks: axisTicks(bucket_total, width, typePx),
  };
}

const GAP_WORDS: Partial<Record<string, string>> = { pinned: 'not pinned', api_controlled: 'NO LOCK' };

function layOutFaults(coverage: BucketCoverage, { width, leastFaultPx }: Canvas): RibbonFault[] {
  const { gaps, overlaps, remains_with_v1, bucket_total, mode } = coverage;
  const owners = ownerLanes(coverage).flatMap((lane) => lane.ranges);
  const gapWord = GAP_WORDS[mode] ?? 'GAP';
  const faultOf = (
    range: BucketRange,
    kind: LabelledFault['kind'],
    word: string,
    hosts: string,
  ): RibbonFault => {
    const text = `${word} ${formatBuckets(range)}`;
    const title = `${text}${hosts}`;
    const stretch = widened(stretchOf(range, bucket_total, width), leastFaultPx, width);
    return { ...stretch, min: range.min, max: range.max, kind, text, longText: title, title };
  };
  return [
    ...remains_with_v1.map((rest) => faultOf(rest, 'rest', 'v1', '')),
    ...gaps.map((gap) => faultOf(gap, 'gap', gapWord, gapNeighbours(gap, owners))),
    ...overlaps.map((overlap) => {
      const { host_ids, more_hosts = 0 } = overlap;
      const hosts = more_hosts > 0 ? [...host_ids, `${more_hosts} more`] : host_ids;
      return faultOf(overlap, 'overlap', `×${host_ids.length + more_hosts}`, ` ${joinNames(hosts)}`);
    }),
  ];
}

import type { BucketCoverage } from 'fleet-core/contract/bucket-coverage';
import { formatBuckets } from '../../format/bucket-range.ts';
import { type OwnedRange, type OwnerLane, ownerLanes } from './owned-range.ts';
import { type FaultLabel, faultLabels, type LabelledFault, TYPE_PX, textWidth } from './ribbon-labels.ts';
import { axisTicks, type Stretch, stretchOf, type Tick, widened, widestFree } from './ribbon-scale.ts';

/** A fault of one bucket in a thousand would be a pixel or two wide and pass unseen. */
export const LEAST_FAULT_PX = 8;

/** Above this many owners a line between each two would only be noise. */
const MOST_BOUNDARIES = 150;

/** What one owner holds. `label`, centred on its `x`, is null where the name does not fit. */
export type RibbonSegment = Stretch & {
  readonly key: string;
  readonly shade: 'even' | 'odd';
  readonly stale: boolean;
  readonly unusual: boolean;
  readonly label: { readonly text: string; readonly x: number } | null;
  readonly title: string;
};

/** A gap or an overlap as drawn over all lanes. */
export type RibbonFault = LabelledFault & { readonly title: string };

/** The whole picture in pixels, without heights. */
export type BucketRibbon = {
  readonly lanes: readonly {
    readonly kind: OwnerLane['kind'];
    readonly segments: readonly RibbonSegment[];
  }[];
  readonly faults: readonly RibbonFault[];
  readonly labels: readonly FaultLabel[];
  readonly ticks: readonly Tick[];
};

/** A picture's width and the size of its type, in pixels; a larger type has larger faults. */
type Canvas = { readonly width: number; readonly typePx: number };

function leastFault({ typePx }: Canvas): number {
  return (LEAST_FAULT_PX * typePx) / TYPE_PX;
}

/** Lays out the bucket range on `width` pixels. There is nothing to draw without a bucket total. */
export function layOutRibbon(coverage: BucketCoverage, width: number, typePx = TYPE_PX): BucketRibbon | null {
  const { bucket_total, covered_buckets } = coverage;
  if (bucket_total <= 0 || covered_buckets === null) return null;
  const canvas = { width, typePx };
  const faults = layOutFaults(coverage, canvas);
  return {
    lanes: ownerLanes(coverage).map((lane) => ({
      kind: lane.kind,
      segments: layOutSegments(lane.ranges, bucket_total, canvas, faults),
    })),
    faults,
    labels: faultLabels(faults, width, typePx),
    ticks: axisTicks(bucket_total, width, typePx),
  };
}

function layOutSegments(
  ranges: readonly OwnedRange[],
  total: number,
  canvas: Canvas,
  faults: readonly Stretch[],
): RibbonSegment[] {
  const shaded = ranges.length <= MOST_BOUNDARIES;
  return ranges.map((range, place) => {
    const exact = stretchOf(range, total, canvas.width);
    const stretch = range.stale ? widened(exact, leastFault(canvas), canvas.width) : exact;
    const name = range.stale ? `◌ ${range.host_id} stale` : range.host_id;
    return {
      ...stretch,
      key: range.key,
      shade: shaded && place % 2 === 1 ? 'odd' : 'even',
      stale: range.stale,
      unusual: range.unusual_status !== null,
      label: labelWithin(name, widestFree(stretch, faults), canvas),
      title: [range.host_id, formatBuckets(range), range.unusual_status, range.stale ? 'stale' : null]
        .filter((part) => part !== null)
        .join(' · '),
    };
  });
}

function labelWithin(text: string, free: Stretch, { typePx }: Canvas): RibbonSegment['label'] {
  return textWidth(text, typePx) + typePx <= free.width ? { text, x: free.x + free.width / 2 } : null;
}

function layOutFaults({ gaps, overlaps, bucket_total, mode }: BucketCoverage, canvas: Canvas): RibbonFault[] {
  const place = (range: { min: number; max: number }) => ({
    ...widened(stretchOf(range, bucket_total, canvas.width), leastFault(canvas), canvas.width),
    min: range.min,
    max: range.max,
  });
  const gapWord = mode === 'pinned' ? 'not pinned' : 'GAP';
  return [
    ...gaps.map((gap): RibbonFault => {
      const text = `${gapWord} ${formatBuckets(gap)}`;
      return { ...place(gap), kind: 'gap', text, title: text };
    }),
    ...overlaps.map((overlap): RibbonFault => {
      const depth = overlap.host_ids.length + (overlap.more_hosts ?? 0);
      const text = `×${depth} ${formatBuckets(overlap)}`;
      return { ...place(overlap), kind: 'overlap', text, title: `${text} · ${overlap.host_ids.join(', ')}` };
    }),
  ];
}

import { formatBuckets } from '../../../format/bucket-range.ts';
import type { OwnedRange } from '../owned-range.ts';
import { type LabelledFault, textWidth } from './ribbon-labels.ts';
import { type Canvas, joined, type Stretch, stretchOf, widened, widestFree } from './ribbon-scale.ts';

/** Above this many owners a line between each two would only be noise. */
const MOST_BOUNDARIES = 150;

/** What one owner holds. `label`, centred on its `x`, is null where the name does not fit. */
export type RibbonSegment = Stretch & {
  readonly key: string;
  readonly host_id: string;
  readonly shade: 'even' | 'odd';
  readonly stale: boolean;
  readonly unusual: boolean;
  readonly label: { readonly text: string; readonly x: number } | null;
  /** What is to be said below it of an owner that is stale and has no room for its name; null for all others. */
  readonly callout: LabelledFault | null;
  readonly title: string;
};

type LaneParts = { readonly ground: readonly Stretch[]; readonly segments: readonly RibbonSegment[] };

/** One lane's owners. Those that stand out come last, so that no neighbour is drawn over them. */
export function layOutSegments(
  ranges: readonly OwnedRange[],
  total: number,
  canvas: Canvas,
  faults: readonly Stretch[],
): LaneParts {
  const crowded = ranges.length > MOST_BOUNDARIES;
  const segments = ranges.map((range, index) => ({
    ...segmentOf(range, total, canvas, faults),
    shade: crowded || index % 2 === 0 ? ('even' as const) : ('odd' as const),
  }));
  const plain = segments.filter((segment) => !standsOut(segment));
  const single = crowded ? plain.filter((segment) => segment.label !== null) : plain;
  return {
    ground: crowded ? joined(plain) : [],
    segments: [...single, ...segments.filter(standsOut)],
  };
}

function standsOut({ stale, unusual }: Pick<RibbonSegment, 'stale' | 'unusual'>): boolean {
  return stale || unusual;
}

function segmentOf(
  range: OwnedRange,
  total: number,
  canvas: Canvas,
  faults: readonly Stretch[],
): Omit<RibbonSegment, 'shade'> {
  const marks = { stale: range.stale, unusual: range.unusualStatus !== null };
  const exact = stretchOf(range, total, canvas.width);
  const stretch = standsOut(marks) ? widened(exact, canvas.leastFaultPx, canvas.width) : exact;
  const label = namesOf(range).reduce<RibbonSegment['label']>(
    (found, name) => found ?? labelWithin(name, stretch, canvas, faults),
    null,
  );
  return {
    ...stretch,
    ...marks,
    key: range.key,
    host_id: range.host_id,
    label,
    callout: range.stale && label === null ? calloutOf(range, stretch) : null,
    title: [
      range.host_id,
      formatBuckets(range),
      range.lock?.name ?? null,
      range.unusualStatus,
      range.stale ? silentWord(range) : null,
    ]
      .filter((part) => part !== null)
      .join(' · '),
  };
}

/** The owner's name, longest first; one that stands out keeps its mark even where the word has no room. */
function namesOf(range: OwnedRange): string[] {
  const { host_id, stale, unusualStatus, lock } = range;
  if (stale) return [`◌ ${host_id} ${silentWord(range)}`, `◌ ${host_id}`];
  if (lock !== null)
    return [`${host_id} · ${lock.name}`, `${host_id} · ${lock.change_ref || lock.name}`, host_id];
  return unusualStatus === null ? [host_id] : [`□ ${host_id} ${unusualStatus}`.trimEnd(), `□ ${host_id}`];
}

function calloutOf(range: OwnedRange, stretch: Stretch): LabelledFault {
  const [longText = '', text = ''] = namesOf(range);
  return { ...stretch, min: range.min, max: range.max, kind: 'stale', text, longText };
}

/** A lock has no heartbeat of its own. */
function silentWord({ lock }: OwnedRange): string {
  return lock === null ? 'silent' : 'not active';
}

/** The name where it fits between the faults that lie over the segment. */
function labelWithin(
  text: string,
  stretch: Stretch,
  { typePx }: Canvas,
  faults: readonly Stretch[],
): RibbonSegment['label'] {
  const needed = textWidth(text, typePx) + typePx;
  if (needed > stretch.width) return null;
  const free = widestFree(stretch, faults);
  return needed <= free.width ? { text, x: free.x + free.width / 2 } : null;
}

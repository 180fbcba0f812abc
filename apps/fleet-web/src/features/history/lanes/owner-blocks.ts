import type { OwnedRange } from 'fleet-core/contract/answers/samples';
import type { TimeFrame } from './time-frame.ts';

/** Buckets that one host owned for a while; `x` in units of the frame, buckets as shares of the whole from 0 to 1. */
export type OwnerBlock = {
  readonly host_id: string;
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
  readonly range: string;
};

/**
 * A while in which ownership was known. The other buckets of a fleet that is pinned or holds locks are with v1, as all are
 * while nobody owns any; a dynamic one's are with nobody.
 */
export type WatchedGround = { readonly x: number; readonly width: number; readonly isWithV1: boolean };

/** Buckets that nobody owned for a while, though somebody should have: never drawn too small to be seen. */
export type OwnerGap = Pick<OwnerBlock, 'x' | 'width' | 'top' | 'height'>;

export type OwnersPicture = {
  readonly grounds: readonly WatchedGround[];
  readonly blocks: readonly OwnerBlock[];
  readonly gaps: readonly OwnerGap[];
};

/** More owners than this are drawn as what they own together: the lines between them would hide it. */
export const MOST_BLOCKS = 40;
/** The share of the height that a gap takes at least. */
const LEAST_GAP = 0.06;

type Era = { x: number; endX: number; ranges: readonly OwnedRange[]; total: number };

/** Who owned which buckets when. Nothing is drawn of a time in which that was not watched or could not be read. */
export function ownersPicture(frame: TimeFrame): OwnersPicture {
  const eras = erasOf(frame);
  return {
    grounds: eras.map(({ x, endX, ranges }) => ({ x, width: endX - x, isWithV1: isWithV1(ranges) })),
    blocks: eras.flatMap(blocksOf),
    gaps: eras.flatMap(gapsOf),
  };
}

function isWithV1(ranges: readonly OwnedRange[]): boolean {
  return ranges.length === 0 || ranges.some(({ pinned, locked }) => pinned || locked);
}

function blocksOf({ x, endX, ranges, total }: Era): OwnerBlock[] {
  const blockOf = (host_id: string, min: number, max: number): OwnerBlock => ({
    host_id,
    x,
    width: endX - x,
    top: min / total,
    height: (max - min + 1) / total,
    range: `${min}-${max}`,
  });
  return ranges.length <= MOST_BLOCKS
    ? ranges.map(({ host_id, bucket_min, bucket_max }) => blockOf(host_id, bucket_min, bucket_max))
    : stretchesOf(ranges).map(({ min, max }) => blockOf(`${ranges.length} owners`, min, max));
}

function gapsOf({ x, endX, ranges, total }: Era): OwnerGap[] {
  if (isWithV1(ranges)) return [];
  const ends = [{ min: -1, max: -1 }, ...stretchesOf(ranges), { min: total, max: total }];
  return ends.slice(1).flatMap(({ min }, place) => {
    const first = (ends[place]?.max ?? -1) + 1;
    if (first >= min) return [];
    const size = (min - first) / total;
    const height = Math.max(LEAST_GAP, size);
    const top = Math.min(1 - height, Math.max(0, (first + min) / 2 / total - height / 2));
    return [{ x, width: endX - x, top, height }];
  });
}

/** The buckets that are owned, in stretches without a hole, from the first on. */
function stretchesOf(ranges: readonly OwnedRange[]): { min: number; max: number }[] {
  const stretches: { min: number; max: number }[] = [];
  for (const { bucket_min, bucket_max } of [...ranges].sort((a, b) => a.bucket_min - b.bucket_min)) {
    const last = stretches.at(-1);
    if (last === undefined || bucket_min > last.max + 1) stretches.push({ min: bucket_min, max: bucket_max });
    else last.max = Math.max(last.max, bucket_max);
  }
  return stretches;
}

/** Who owned what at one sample, as `jetmon-a 0-332, jetmon-b 333-999`; null where that was not read. */
export function ownersAt({ samples }: TimeFrame, index: number): string | null {
  if ((samples.covered_buckets[index] ?? null) === null) return null;
  const minute = samples.minute[index] ?? 0;
  const ranges = samples.owner_ranges.findLast((change) => change.minute <= minute)?.value ?? [];
  return ranges
    .map(({ host_id, bucket_min, bucket_max }) => `${host_id} ${bucket_min}-${bucket_max}`)
    .join(', ');
}

/** Samples side by side with the same owners are one era. */
function erasOf({ samples, spots }: TimeFrame): Era[] {
  const eras: Era[] = [];
  let change = 0;
  let era: Era | null = null;
  for (const { index, x, endX, goesOn } of spots) {
    const minute = samples.minute[index] ?? 0;
    while ((samples.owner_ranges[change + 1]?.minute ?? Number.POSITIVE_INFINITY) <= minute) change += 1;
    const ranges = samples.owner_ranges[change]?.value;
    const total = samples.bucket_total[index] ?? 0;
    if ((samples.covered_buckets[index] ?? null) === null || ranges === undefined || total < 1) {
      era = null;
      continue;
    }
    if (era !== null && era.ranges === ranges && era.total === total) era.endX = endX;
    else {
      era = { x, endX, ranges, total };
      eras.push(era);
    }
    if (!goesOn) era = null;
  }
  return eras;
}

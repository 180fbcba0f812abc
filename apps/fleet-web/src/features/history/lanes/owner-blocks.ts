import type { OwnedRange } from 'fleet-core/contract/samples';
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

/** A while in which ownership was known; a pinned fleet's other buckets are with v1, a dynamic one's with nobody. */
export type WatchedGround = { readonly x: number; readonly width: number; readonly isPinned: boolean };

export type OwnersPicture = {
  readonly grounds: readonly WatchedGround[];
  readonly blocks: readonly OwnerBlock[];
};

type Era = { x: number; endX: number; ranges: readonly OwnedRange[]; total: number };

/** Who owned which buckets when. Nothing is drawn of a time in which that was not watched or could not be read. */
export function ownersPicture(frame: TimeFrame): OwnersPicture {
  const eras = erasOf(frame);
  return {
    grounds: eras.map(({ x, endX, ranges }) => {
      return { x, width: endX - x, isPinned: ranges.some(({ pinned }) => pinned) };
    }),
    blocks: eras.flatMap(({ x, endX, ranges, total }) =>
      ranges.map(({ host_id, bucket_min, bucket_max }) => ({
        host_id,
        x,
        width: endX - x,
        top: bucket_min / total,
        height: (bucket_max - bucket_min + 1) / total,
        range: `${bucket_min}-${bucket_max}`,
      })),
    ),
  };
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

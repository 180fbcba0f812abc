import type { BucketRange } from '../../contract/bucket-coverage.ts';

/** The buckets of all the ranges, each once, as the least number of ranges; what is upside down holds none. */
export function unionRanges(ranges: readonly BucketRange[]): BucketRange[] {
  const [first] = ranges;
  // Nearly every host has one range, and is asked for it several times.
  if (first !== undefined && ranges.length === 1)
    return first.min <= first.max ? [{ min: first.min, max: first.max }] : [];
  const union: BucketRange[] = [];
  const inOrder = ranges.filter(({ min, max }) => min <= max).toSorted((a, b) => a.min - b.min);
  for (const { min, max } of inOrder) {
    const last = union.at(-1);
    if (last !== undefined && min <= last.max + 1) last.max = Math.max(last.max, max);
    else union.push({ min, max });
  }
  return union;
}

/** The buckets of the ranges that none of the others holds. */
export function subtractRanges(
  ranges: readonly BucketRange[],
  others: readonly BucketRange[],
): BucketRange[] {
  const taken = unionRanges(others);
  return unionRanges(ranges).flatMap(({ min, max }) => {
    const left: BucketRange[] = [];
    let next = min;
    for (let i = firstReaching(taken, min); next <= max; i++) {
      const { min: takenMin, max: takenMax } = taken[i] ?? { min: max + 1, max };
      if (takenMin > next) left.push({ min: next, max: Math.min(takenMin - 1, max) });
      if (takenMin > max) break;
      next = takenMax + 1;
    }
    return left;
  });
}

/** The buckets that the ranges have in common with others, which must be in order and apart from one another. */
export function commonRanges(ranges: readonly BucketRange[], others: readonly BucketRange[]): BucketRange[] {
  return unionRanges(ranges).flatMap(({ min, max }) => {
    const common: BucketRange[] = [];
    for (let i = firstReaching(others, min); i < others.length; i++) {
      const other = others[i];
      if (other === undefined || other.min > max) break;
      common.push({ min: Math.max(min, other.min), max: Math.min(max, other.max) });
    }
    return common;
  });
}

/** The place of the first of the ranges, in order, that ends at this bucket or after it. */
function firstReaching(ranges: readonly BucketRange[], bucket: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.max ?? bucket) < bucket) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The part of a range that lies within the buckets 0 to `total` − 1; upside down where none does. */
export function withinTotal({ min, max }: BucketRange, total: number): BucketRange {
  return { min: Math.max(0, min), max: Math.min(max, total - 1) };
}

/** The buckets of the ranges that there are, 0 to `total` − 1, each once. */
export function allWithinTotal(ranges: readonly BucketRange[], total: number): BucketRange[] {
  return unionRanges(ranges.map((range) => withinTotal(range, total)));
}

/** Whether the ranges have a bucket in common. */
export function meet(a: BucketRange, b: BucketRange): boolean {
  return Math.max(a.min, b.min) <= Math.min(a.max, b.max);
}

/** How many buckets the ranges hold together, each counted once. */
export function bucketsIn(ranges: readonly BucketRange[]): number {
  return unionRanges(ranges).reduce((sum, range) => sum + bucketsOf(range), 0);
}

/** How many buckets one range holds; none where it is upside down. */
export function bucketsOf({ min, max }: BucketRange): number {
  return Math.max(0, max - min + 1);
}

/** The range that a row names. */
export function rangeOf({
  bucket_min: min,
  bucket_max: max,
}: {
  readonly bucket_min: number;
  readonly bucket_max: number;
}): BucketRange {
  return { min, max };
}

/** The same of a row that may name none. */
export function rangeIfNamed({
  bucket_min: min,
  bucket_max: max,
}: {
  readonly bucket_min: number | null;
  readonly bucket_max: number | null;
}): BucketRange | null {
  return min === null || max === null ? null : { min, max };
}

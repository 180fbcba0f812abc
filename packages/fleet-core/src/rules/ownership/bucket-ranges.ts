import type { BucketRange } from '../../contract/bucket-coverage.ts';

/** The buckets of all the ranges, each once, as the least number of ranges; what is upside down holds none. */
export function unionRanges(ranges: readonly BucketRange[]): BucketRange[] {
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
  let left = unionRanges(ranges);
  for (const other of unionRanges(others)) {
    left = left.flatMap((range) =>
      meet(range, other)
        ? [
            { min: range.min, max: other.min - 1 },
            { min: other.max + 1, max: range.max },
          ].filter(({ min, max }) => min <= max)
        : [range],
    );
  }
  return left;
}

/** The part of a range that lies within the buckets 0 to `total` − 1; upside down where none does. */
export function withinTotal({ min, max }: BucketRange, total: number): BucketRange {
  return { min: Math.max(0, min), max: Math.min(max, total - 1) };
}

/** Whether the ranges have a bucket in common. */
export function meet(a: BucketRange, b: BucketRange): boolean {
  return Math.max(a.min, b.min) <= Math.min(a.max, b.max);
}

/** How many buckets the ranges hold together, each counted once. */
export function bucketsIn(ranges: readonly BucketRange[]): number {
  return unionRanges(ranges).reduce((sum, { min, max }) => sum + max - min + 1, 0);
}

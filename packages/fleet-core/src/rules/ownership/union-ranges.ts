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

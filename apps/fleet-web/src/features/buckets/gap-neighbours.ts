import type { BucketRange } from 'fleet-core/contract/bucket-coverage';

type Owned = { readonly host_id: string; readonly min: number; readonly max: number };

/** Whom a gap lies between, as the end of a sentence: ` between a and b`, ` after a`, or nothing. */
export function gapNeighbours(gap: BucketRange, ranges: readonly Owned[]): string {
  let before: Owned | undefined;
  let after: Owned | undefined;
  for (const range of ranges) {
    if (range.max < gap.min && (before === undefined || range.max > before.max)) before = range;
    if (range.min > gap.max && (after === undefined || range.min < after.min)) after = range;
  }
  if (before && after) return ` between ${before.host_id} and ${after.host_id}`;
  if (before) return ` after ${before.host_id}`;
  return after ? ` before ${after.host_id}` : '';
}

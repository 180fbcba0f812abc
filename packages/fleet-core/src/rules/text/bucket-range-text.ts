type Range = { readonly min: number; readonly max: number };

/** `bucket 7` or `buckets 7-9`. */
export function bucketRangeText({ min, max }: Range): string {
  return min === max ? `bucket ${min}` : `buckets ${min}-${max}`;
}

/** `7`, `7-9`, `7-9 and 20-29`; of many the first ones and how many more. */
export function rangesText(ranges: readonly Range[]): string {
  const MOST_LISTED = 4;
  const texts = ranges.map(({ min, max }) => (min === max ? `${min}` : `${min}-${max}`));
  const listed = texts.slice(0, MOST_LISTED).join(', ');
  return texts.length > MOST_LISTED ? `${listed} and ${texts.length - MOST_LISTED} more` : listed;
}

/** How many buckets the ranges hold together; they must not overlap. */
export function bucketsIn(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { min, max }) => sum + Math.max(0, max - min + 1), 0);
}

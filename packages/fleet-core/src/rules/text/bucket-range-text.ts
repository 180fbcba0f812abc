import type { BucketRange } from '../../contract/bucket-coverage.ts';
import { listText } from './list-text.ts';

const MOST_LISTED = 4;

/** `bucket 7` or `buckets 7-9`. */
export function bucketRangeText({ min, max }: BucketRange): string {
  return min === max ? `bucket ${min}` : `buckets ${min}-${max}`;
}

/** `7`, `7-9`, `7-9 and 20-29`; of many the first ones and how many more. */
export function rangesText(ranges: readonly BucketRange[]): string {
  return listText(
    ranges.map(({ min, max }) => (min === max ? `${min}` : `${min}-${max}`)),
    MOST_LISTED,
  );
}

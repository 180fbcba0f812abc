/** `bucket 7` or `buckets 7-9`. */
export function bucketRangeText({ min, max }: { min: number; max: number }): string {
  return min === max ? `bucket ${min}` : `buckets ${min}-${max}`;
}

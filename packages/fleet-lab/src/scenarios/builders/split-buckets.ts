import type { BucketRange } from 'fleet-core/contract/bucket-coverage';

/** Deals `total` buckets out to `shares` hosts in order, as evenly as whole buckets allow. */
export function splitBuckets(total: number, shares: number): BucketRange[] {
  return Array.from({ length: shares }, (_, index) => ({
    min: Math.floor((index * total) / shares),
    max: Math.floor(((index + 1) * total) / shares) - 1,
  }));
}

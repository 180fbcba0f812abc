/** Buckets `min` to `max`, both included: `499`, `120–123`. */
export function formatBuckets({ min, max }: { readonly min: number; readonly max: number }): string {
  return min === max ? `${min}` : `${min}–${max}`;
}

/** How many buckets `min` to `max` are, both included. */
export function bucketsIn({ min, max }: { readonly min: number; readonly max: number }): number {
  return Math.max(0, max - min + 1);
}

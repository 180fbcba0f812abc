import type { BucketActivity, SiteChecks } from '../domain/site-checks.ts';
import { NOW_MS } from './now.ts';

/** A bucket whose newest check is a minute old. */
export function makeBucketActivity(
  bucket_no: number,
  overrides: Partial<BucketActivity> = {},
): BucketActivity {
  return { bucket_no, newest_check_ms: NOW_MS - 60_000, shortest_interval_min: null, ...overrides };
}

/** Active sites in all of the thousand buckets, checked a minute ago, unless told otherwise of some. */
export function makeSiteChecks(overrides: readonly BucketActivity[] = [], sites_outside = 0): SiteChecks {
  const told = new Map(overrides.map((bucket) => [bucket.bucket_no, bucket]));
  const buckets = Array.from({ length: 1000 }, (_, no) => told.get(no) ?? makeBucketActivity(no));
  return { buckets, sites_outside };
}

import type { BucketActivity, SiteChecks } from '../../domain/site-checks.ts';
import { NOW_MS } from './now.ts';

/** A bucket whose newest check is a minute old. */
export function makeBucketActivity(
  bucket_no: number,
  overrides: Partial<BucketActivity> = {},
): BucketActivity {
  return { bucket_no, newest_check_ms: NOW_MS - 60_000, shortest_interval_min: null, ...overrides };
}

/** Active sites in one bucket of each of the healthy fleet's owners, checked a minute ago, unless told otherwise. */
export function makeSiteChecks(overrides: Partial<SiteChecks> = {}): SiteChecks {
  return {
    buckets: [0, 500, 900].map((bucket_no) => makeBucketActivity(bucket_no)),
    sites_outside: 0,
    ...overrides,
  };
}

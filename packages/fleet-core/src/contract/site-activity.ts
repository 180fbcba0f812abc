import * as z from 'zod/mini';
import { BucketRange } from './bucket-coverage.ts';
import { CountOrNull, Instant } from './scalars.ts';

/** Whether the sites of the buckets that v2 owns are being checked. Numbers are null, with `error`, when not read. */
export const SiteActivity = z.object({
  error: z.optional(z.string()),
  /** Buckets with active sites, within the bucket total. */
  buckets_with_sites: CountOrNull,
  /** Owned buckets none of whose active sites has been checked for too long. */
  unchecked_buckets: CountOrNull,
  unchecked: z.array(BucketRange),
  /** Active sites in buckets beyond the bucket total, which nobody can own. */
  sites_outside_buckets: CountOrNull,
  /** When this was read; null when it could not be. */
  checked_at: z.nullable(Instant),
});
export type SiteActivity = z.infer<typeof SiteActivity>;

import * as z from 'zod/mini';
import { LEVELS } from './level.ts';
import { Count, CountOrNull, Instant, openEnum } from './scalars.ts';

export const BUCKET_MODES = ['dynamic', 'pinned', 'mixed', 'api_controlled', 'unknown'] as const;
export type BucketMode = (typeof BUCKET_MODES)[number];

export const BUCKET_COVERAGE_CODES = [
  'query_failed',
  'bucket_total_missing',
  'pinned',
  'mixed',
  'api_controlled',
  'no_owner_rows',
  'invalid_range',
  'gap',
  'overlap',
  'owner_not_active',
  'owner_stale',
  'ok',
] as const;
export type BucketCoverageCode = (typeof BUCKET_COVERAGE_CODES)[number];

/** Buckets `min` to `max`, both included. */
export const BucketRange = z.object({ min: z.int(), max: z.int() });
export type BucketRange = z.infer<typeof BucketRange>;

/** Buckets that more than one owner claims, with the hosts that do: the first by name, and how many more. */
export const BucketOverlap = z.object({
  min: z.int(),
  max: z.int(),
  host_ids: z.array(z.string()),
  more_hosts: z.optional(Count),
});
export type BucketOverlap = z.infer<typeof BucketOverlap>;

/** One row of dynamic ownership. */
export const BucketOwner = z.object({
  host_id: z.string(),
  bucket_min: z.int(),
  bucket_max: z.int(),
  status: z.string(),
  /** Null, as its age, where the row holds none: it is stale then. */
  last_heartbeat: z.nullable(Instant),
  last_heartbeat_age_sec: CountOrNull,
  stale: z.boolean(),
});
export type BucketOwner = z.infer<typeof BucketOwner>;

/** The range that an active monitor reports as pinned to it. */
export const PinnedRange = z.object({
  process_id: z.string(),
  host_id: z.string(),
  bucket_min: z.int(),
  bucket_max: z.int(),
});
export type PinnedRange = z.infer<typeof PinnedRange>;

/** A range that was activated through Jetmon's API and not released since. */
export const LockedRange = z.object({
  host_id: z.string(),
  bucket_min: z.int(),
  bucket_max: z.int(),
  run_id: z.string(),
  /** What whoever activated it named as the reason; empty where nothing. */
  change_ref: z.string(),
  activated_at: z.nullable(Instant),
  /** Whether a monitor is active on its host. */
  held: z.boolean(),
});
export type LockedRange = z.infer<typeof LockedRange>;

/**
 * Who owns the buckets, and whether each is owned once. `gaps`, `overlaps` and `covered_buckets`
 * describe the ownership in force: `hosts` when dynamic, `pinned` when pinned, both when mixed, `locks` when API-controlled.
 * Then `gaps` are within what the plan or an open session claims, and the rest of what nobody has locked `remains_with_v1`.
 */
export const BucketCoverage = z.object({
  status: openEnum(LEVELS),
  mode: openEnum(BUCKET_MODES),
  code: openEnum(BUCKET_COVERAGE_CODES),
  bucket_total: z.int(),
  host_count: CountOrNull,
  covered_buckets: CountOrNull,
  gaps: z.array(BucketRange),
  overlaps: z.array(BucketOverlap),
  error: z.optional(z.string()),
  hosts: z.array(BucketOwner),
  pinned: z.array(PinnedRange),
  locks: z._default(z.array(LockedRange), []),
  remains_with_v1: z._default(z.array(BucketRange), []),
});
export type BucketCoverage = z.infer<typeof BucketCoverage>;

import * as z from 'zod/mini';
import { DRIFT_RULES } from '../projection-drift.ts';
import { Count, CountOrNull, Instant, openEnum } from '../scalars.ts';

/** Why a site differs from its open http events. Each that differs has one cause, the first that holds. */
export const DRIFT_CAUSES = [
  'several_events',
  'down_without_event',
  'down_event_not_shown',
  'down_by_seems_down_event',
  'seems_down_event_not_shown',
  'other',
] as const;
export type DriftCauseCode = (typeof DRIFT_CAUSES)[number];

/** How many open http events a site has. */
export const OPEN_EVENTS = ['none', 'one', 'several'] as const;
export type OpenEvents = (typeof OPEN_EVENTS)[number];

/** What differs for one cause, and what to do about it. */
export const DriftCause = z.object({
  code: openEnum(DRIFT_CAUSES),
  count: Count,
  meaning: z.string(),
  what_to_do: z.string(),
});
export type DriftCause = z.infer<typeof DriftCause>;

/** A site that differs. Ids are text: they may be larger than a number of JavaScript can be. */
export const DriftingSite = z.object({
  site_id: z.string(),
  blog_id: z.string(),
  bucket: z.int(),
  /** What the legacy table shows: 0 seems down, 1 running, 2 down. */
  site_status: z.int(),
  /** What the worst of its open http events, or none, lets expect. */
  expected_status: z.int(),
  open_events: openEnum(OPEN_EVENTS),
  cause: openEnum(DRIFT_CAUSES),
});
export type DriftingSite = z.infer<typeof DriftingSite>;

/**
 * The answer of `/api/fleet/drift`: what `projection_drift` counts, by the same rule, but of its own time. All counts
 * are of pairs or of sites, as the rule says, and those by cause and those by bucket each add up to `count`.
 */
export const DriftDetail = z.object({
  schema_version: z.int(),
  /** When it was read; null when there was nothing to read. */
  checked_at: z.nullable(Instant),
  rule: z.nullable(openEnum(DRIFT_RULES)),
  count: CountOrNull,
  /** How many sites they are: by pairs a site with several open events may count more than once. */
  site_count: CountOrNull,
  /** Why there was nothing to read. */
  error: z.optional(z.string()),
  /** Causes that there are, the most frequent first. */
  by_cause: z.array(DriftCause),
  /** The worst buckets, the worst first. */
  by_bucket: z.array(z.object({ bucket: z.int(), count: Count })),
  /** All other buckets together. */
  other_buckets: z.object({ buckets: Count, count: Count }),
  /** Of every cause some, of the worst buckets; in the order of the causes, then by bucket. */
  sites: z.array(DriftingSite),
  /** Whether there are more sites than are listed. */
  truncated: z.boolean(),
});
export type DriftDetail = z.infer<typeof DriftDetail>;

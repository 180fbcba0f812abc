import * as z from 'zod/mini';
import { LEVELS } from './level.ts';
import { CountOrNull, Instant, openEnum } from './scalars.ts';

/**
 * How drift is counted: by each pair of a site and an open http event of its blog, or by each site and the worst of
 * its events, where events name the site that they belong to.
 */
export const DRIFT_RULES = ['pairs', 'sites'] as const;
export type DriftRule = (typeof DRIFT_RULES)[number];

/** How many sites the legacy table shows in another state than their open http events say. */
export const ProjectionDrift = z.object({
  status: openEnum(LEVELS),
  count: CountOrNull,
  /** By which rule they were counted; null when they could not be. */
  rule: z.nullable(openEnum(DRIFT_RULES)),
  error: z.optional(z.string()),
  /** When the count was read; null when it could not be. */
  checked_at: z.nullable(Instant),
});
export type ProjectionDrift = z.infer<typeof ProjectionDrift>;

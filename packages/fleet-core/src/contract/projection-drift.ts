import * as z from 'zod/mini';
import { LEVELS } from './level.ts';
import { CountOrNull, Instant, openEnum } from './scalars.ts';

/** How many sites the legacy table shows in another state than their open http events say. */
export const ProjectionDrift = z.object({
  status: openEnum(LEVELS),
  count: CountOrNull,
  error: z.optional(z.string()),
  /** When the count was read; null when it could not be. */
  checked_at: z.nullable(Instant),
});
export type ProjectionDrift = z.infer<typeof ProjectionDrift>;

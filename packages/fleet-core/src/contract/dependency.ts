import * as z from 'zod/mini';
import { LEVELS } from './level.ts';
import { Count, openEnum } from './scalars.ts';

/** One dependency over all the processes that report it. */
export const Dependency = z.object({
  name: z.string(),
  status: openEnum(LEVELS),
  red_count: Count,
  amber_count: Count,
  green_count: Count,
  stale_count: Count,
  last_error: z.optional(z.string()),
});
export type Dependency = z.infer<typeof Dependency>;

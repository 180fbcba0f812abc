import * as z from 'zod/mini';
import { LEVELS } from './level.ts';
import { Muted } from './muted.ts';
import { Count, Instant, openEnum } from './scalars.ts';

/**
 * The questions before a rollout step, in the fixed order in which they are shown. The last is asked only where the
 * database has verifliers.
 */
export const CHECKLIST_CODES = [
  'heartbeats',
  'ownership',
  'checks',
  'drift',
  'queues',
  'delivery_owner',
  'dependencies',
  'verifliers',
] as const;
export type ChecklistCode = (typeof CHECKLIST_CODES)[number];

/** What a question can be answered with: a level, or that there was nothing to judge by. */
export const CHECKLIST_STATUSES = [...LEVELS, 'unknown'] as const;
export type ChecklistStatus = (typeof CHECKLIST_STATUSES)[number];

/** One question with its answer, never better than the worst issue that concerns it. */
export const ChecklistRow = z.object({
  code: openEnum(CHECKLIST_CODES),
  status: openEnum(CHECKLIST_STATUSES),
  /** True when all that is wrong here is what was planned. */
  planned: z.boolean(),
  /** When all that is wrong here and was not planned is muted; the status stays what it is. */
  muted: z.optional(Muted),
  fact: z.string(),
  /** The fact in a word or a number, for a mark or a tile; empty where an older API answers. */
  brief: z._default(z.string(), ''),
  /** Since when the first of its issues stands; null while there is none. */
  since: z.nullable(Instant),
  /** When the oldest of the rows behind it was read; null when some could not be. */
  read_at: z.nullable(Instant),
  /** Indexes into `causes`. */
  cause_refs: z.array(Count),
});
export type ChecklistRow = z.infer<typeof ChecklistRow>;

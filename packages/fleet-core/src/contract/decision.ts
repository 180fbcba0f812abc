import * as z from 'zod/mini';
import { Count, Instant, openEnum } from './scalars.ts';

/** The answers to "may the next rollout step be taken?", best first. */
export const DECISION_CODES = ['advance', 'advance_as_planned', 'hold', 'stop'] as const;
export type DecisionCode = (typeof DECISION_CODES)[number];

/**
 * The one verdict, over every issue there is, the added rules' too, without those that the plan mutes: `stop` with a red
 * issue, `hold` with an amber one that was not planned, `advance_as_planned` when all there is was planned or is muted,
 * else `advance`.
 */
export const Decision = z.object({
  code: openEnum(DECISION_CODES),
  /** A few words, as for a wall. */
  headline: z.string(),
  /** One sentence on the first cause, or on what was found well. */
  detail: z.string(),
  /** Which of `causes` it speaks of, and which is to be dealt with first; left out where the next step may be taken. */
  cause_ref: z.optional(Count),
  /** How many issues it leaves out because the plan mutes them; left out where there are none. */
  muted_count: z.optional(Count),
  /** Since when the answering API has seen this code without a break. */
  since: z.optional(Instant),
});
export type Decision = z.infer<typeof Decision>;

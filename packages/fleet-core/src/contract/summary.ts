import * as z from 'zod/mini';
import { Issue } from './issue.ts';
import { LEVELS } from './level.ts';
import { Count, Instant, openEnum } from './scalars.ts';

/** Every next action, most urgent first; `fix_verifliers`, where they only warn, comes after `confirm_delivery_owner`. */
export const NEXT_ACTION_CODES = [
  'investigate_stale_processes',
  'fix_bucket_coverage',
  'fix_projection_drift',
  'investigate_delivery_failures',
  'fix_verifliers',
  'resolve_red_processes',
  'drain_due_deliveries',
  'confirm_delivery_owner',
  'confirm_bucket_ownership',
  'start_monitor_heartbeats',
  'clear_amber_processes',
  'review_warnings',
  'continue',
] as const;
export type NextActionCode = (typeof NEXT_ACTION_CODES)[number];

/**
 * What the original dashboard says of the fleet. `issues` and `issue_details` hold every issue, red first, those of the
 * added rules too; `status`, `message` and the next action speak of the original's own codes. For a decision read `decision`.
 */
export const Summary = z.object({
  status: openEnum(LEVELS),
  /** Since when the answering API has seen this status. It may be older: see `watching_since` in the history. */
  since: z.optional(Instant),
  message: z.string(),
  suggested_next_action: z.string(),
  suggested_next_action_code: openEnum(NEXT_ACTION_CODES),
  issues: z.array(z.string()),
  issue_details: z.array(Issue),
  red_processes: Count,
  amber_processes: Count,
  green_processes: Count,
  stale_processes: Count,
  monitor_processes: Count,
  deliverer_processes: Count,
  dependency_red_count: Count,
  dependency_amber_count: Count,
});
export type Summary = z.infer<typeof Summary>;

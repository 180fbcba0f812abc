import * as z from 'zod/mini';
import { LEVELS } from './level.ts';
import { Count, Instant, openEnum } from './scalars.ts';

/** Every issue code, in the order in which issues of one severity are listed. */
export const ISSUE_CODES = [
  'no_process_snapshots',
  'process_stale',
  'process_red',
  'process_amber',
  'process_unknown_health',
  'no_monitor_processes',
  'bucket_coverage',
  'projection_drift',
  'delivery_queues',
  'delivery_posture',
  'pinned_overlap',
  'dependency_health_unreadable',
  'heartbeat_in_future',
  'process_row_unreadable',
  'bucket_owner_row_unreadable',
] as const;
export type IssueCode = (typeof ISSUE_CODES)[number];

/** Every next action, most urgent first. */
export const NEXT_ACTION_CODES = [
  'investigate_stale_processes',
  'fix_bucket_coverage',
  'fix_projection_drift',
  'investigate_delivery_failures',
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

/** One thing that is wrong; `subject` is the process_id concerned, or empty. */
export const Issue = z.object({
  code: openEnum(ISSUE_CODES),
  severity: openEnum(LEVELS),
  subject: z.string(),
  message: z.string(),
  /** Since when the answering API has seen it, without a break. */
  since: z.optional(Instant),
});
export type Issue = z.infer<typeof Issue>;

/** The verdict on the fleet. `issues` and `issue_details` have the same order, red first. */
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

import * as z from 'zod/mini';
import { LEVELS } from './level.ts';
import { Muted } from './muted.ts';
import { Instant, openEnum } from './scalars.ts';
import { SUBJECT_KINDS } from './subject.ts';

/**
 * Every issue code, in the order in which issues of one severity are listed: first those of the original dashboard
 * and its additions, which make up `summary.status`, then the added rules, which count in `decision` alone.
 */
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
  'verifliers',
  'pinned_overlap',
  'dependency_health_unreadable',
  'heartbeat_in_future',
  'process_row_unreadable',
  'bucket_owner_row_unreadable',
  'owner_without_monitor',
  'no_active_monitors',
  'sites_unchecked',
  'pinned_owner_rows',
  'pinned_range_invalid',
  'range_mismatch',
  'heartbeat_late',
  'heartbeat_frozen',
  'process_vanished',
  'delivery_overdue',
  'delivery_owner_absent',
  'delivery_owner_mismatch',
  'dependency_red',
  'wpcom_circuit_open',
  'sites_outside_buckets',
  'owner_heartbeat_in_future',
  'plan_mismatch',
  'plan_member_missing',
  'plan_unreadable',
  'lock_owner_silent',
  'lock_bucket_mismatch',
  'lock_range_mismatch',
  'owner_rows_beside_locks',
  'job_failed',
  'session_stalled',
  'other_tables_in_use',
] as const;
export type IssueCode = (typeof ISSUE_CODES)[number];

/** One thing that is wrong; `subject` is the process, host or queue concerned, or empty. */
export const Issue = z.object({
  code: openEnum(ISSUE_CODES),
  severity: openEnum(LEVELS),
  subject: z.string(),
  /** What the subject names; absent where there is none. */
  subject_kind: z.optional(openEnum(SUBJECT_KINDS)),
  message: z.string(),
  /** Since when it stands: by its own time where it has one, else since the answering API has seen it without a break. */
  since: z.optional(Instant),
  /** Left out of the decision by the plan; absent where it counts. */
  muted: z.optional(Muted),
});
export type Issue = z.infer<typeof Issue>;

import * as z from 'zod/mini';
import { BUCKET_MODES, BucketRange } from './bucket-coverage.ts';
import { PLAN_STAGES } from './plan.ts';
import { Count, CountOrNull, Instant, openEnum } from './scalars.ts';

/**
 * Where a monitor host stands on the way from v1. `v1_or_absent`: no v2 monitor is known there; `standby`: it waits for a
 * range to be activated through Jetmon's API; `active`: it has one;
 * `stopped`: the last it said was that it stops or has stopped; `unknown`: it is silent, or does not say how it owns.
 */
export const ROLLOUT_PHASES = [
  'v1_or_absent',
  'standby',
  'active',
  'pinned',
  'dynamic',
  'stopped',
  'unknown',
] as const;
export type RolloutPhase = (typeof ROLLOUT_PHASES)[number];

/** One host, as it is and as it is planned. */
export const RolloutHost = z.object({
  host_id: z.string(),
  phase: openEnum(ROLLOUT_PHASES),
  /**
   * What it holds: by its owner row or its lock, or, when pinned, as its monitor reports; of a silent one without a row what it last
   * reported. Null when it holds nothing, or that is not known.
   */
  range: z.nullable(BucketRange),
  /** How many buckets that is; null when not known. */
  buckets: CountOrNull,
  /** Its monitor's; null where no monitor is known. */
  version: z.nullable(z.string()),
  /**
   * Since when this phase has stood, at the earliest: its monitor's start, or the last heartbeat of one that is stopped or
   * silent. Null where neither is known.
   */
  since: z.nullable(Instant),
  /**
   * Where the plan has it: the range that it is to have, null where that is left open; and whether it holds this very
   * range, null where there is none, or what it holds is not known.
   */
  planned: z.optional(z.object({ range: z.nullable(BucketRange), same: z.nullable(z.boolean()) })),
});
export type RolloutHost = z.infer<typeof RolloutHost>;

/** What comes next: a host to take over, or only buckets where no host is known for them. */
export const RolloutNext = z.object({
  host_id: z.nullable(z.string()),
  range: z.nullable(BucketRange),
  buckets: CountOrNull,
});
export type RolloutNext = z.infer<typeof RolloutNext>;

/** What somebody has set out to do with a range through Jetmon's API, and has not yet done. */
export const RolloutSession = z.object({
  run_id: z.string(),
  host_id: z.string(),
  range: BucketRange,
  change_ref: z.string(),
  operator: z.string(),
  created_at: z.nullable(Instant),
  /** The last operation, with what it said; null where none is known. */
  last_job: z.nullable(
    z.object({ operation: z.string(), status: z.string(), message: z.string(), at: z.nullable(Instant) }),
  ),
});
export type RolloutSession = z.infer<typeof RolloutSession>;

/** How far the rollout has come, and what "advance" means now. Whether it may be done is for `decision` to say. */
export const Rollout = z.object({
  stage: openEnum(BUCKET_MODES),
  /** What it is planned to be at this stage; null where nothing is planned. */
  planned_stage: z._default(z.nullable(openEnum(PLAN_STAGES)), null),
  /** Whether anything is being rolled out: a range, a version, or a plan; null where that is not known. */
  under_way: z._default(z.nullable(z.boolean()), null),
  /** Every host that has, had, owns as, or is planned to have a monitor: in the plan's order, then by range. */
  hosts: z.array(RolloutHost),
  counts: z.object({
    v1_or_absent: Count,
    standby: Count,
    active: z._default(Count, 0),
    pinned: Count,
    dynamic: Count,
    stopped: Count,
    unknown: Count,
  }),
  /** The open sessions that are not done with, the oldest first. */
  sessions: z._default(z.array(RolloutSession), []),
  /** Null when nothing is left to do, or what is next is not known. */
  next: z.nullable(RolloutNext),
  /** The next step in one sentence; null when it is not known. */
  advance: z.nullable(z.string()),
  /** Why it is not known; null when it is. */
  unknown_because: z.nullable(z.string()),
  /** How far it has come and who is next, in a few words; null when not known. */
  progress: z.nullable(z.string()),
});
export type Rollout = z.infer<typeof Rollout>;

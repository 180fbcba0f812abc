import * as z from 'zod/mini';
import { ISSUE_CODES } from './issue.ts';
import { LEVELS } from './level.ts';
import { Count, Instant, openEnum } from './scalars.ts';

export const PLAN_STAGES = ['pinned', 'mixed', 'dynamic', 'api_controlled'] as const;
export type PlanStage = (typeof PLAN_STAGES)[number];

/** A mute holds until its end, within a day, and only while what it mutes does not grow worse. */
export const MUTE_VOIDS = ['ended', 'too_long', 'worse'] as const;
export type MuteVoid = (typeof MUTE_VOIDS)[number];

/** A monitor that is to be there, and the buckets that it is to have; null where the plan leaves them open. */
export const PlannedMonitor = z.object({
  host_id: z.string(),
  bucket_min: z.nullable(z.int()),
  bucket_max: z.nullable(z.int()),
});
export type PlannedMonitor = z.infer<typeof PlannedMonitor>;

/** An issue that somebody knows of. It changes the decision, never `summary.status`. */
export const Mute = z.object({
  code: openEnum(ISSUE_CODES),
  /** The issue's subject; null for every issue of the code. */
  subject: z.nullable(z.string()),
  until: Instant,
  reason: z.string(),
  by: z.string(),
  /** Why it no longer holds; null while it does. */
  void: z.nullable(openEnum(MUTE_VOIDS)),
  /** How bad that is now which it concerns, whether it holds or not; green where there is none. */
  severity: openEnum(LEVELS),
  /** How much of it there is: sites, deliveries or buckets where an issue is about these, else issues. */
  count: Count,
});
export type Mute = z.infer<typeof Mute>;

/** What the fleet is planned to be at this stage, as the last readable plan file says. */
export const Plan = z.object({
  stage: z.nullable(openEnum(PLAN_STAGES)),
  monitors: z.array(PlannedMonitor),
  deliverers: z.array(z.string()),
  /** Processes, or hosts with all their processes, that are no longer missed. */
  retired: z.array(z.string()),
  muted: z.array(Mute),
});
export type Plan = z.infer<typeof Plan>;

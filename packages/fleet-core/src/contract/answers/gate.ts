import * as z from 'zod/mini';
import { BucketRange } from '../bucket-coverage.ts';
import { ISSUE_CODES } from '../issue.ts';
import { Instant, openEnum } from '../scalars.ts';

/** What a step waits for: the fleet as a whole, a range that v2 has taken, one that goes back to v1, the end of the rollout. */
export const GATE_PURPOSES = ['advance', 'cutover', 'rollback', 'dynamic'] as const;
export type GatePurpose = (typeof GATE_PURPOSES)[number];

/** The worst level that lets `advance` pass. */
export const GATE_LIMITS = ['green', 'amber'] as const;
export type GateLimit = (typeof GATE_LIMITS)[number];

/** May this step be taken? */
export const GateQuestion = z.object({
  for: openEnum(GATE_PURPOSES),
  host: z.nullable(z.string()),
  buckets: z.nullable(BucketRange),
  max: openEnum(GATE_LIMITS),
  /** Issues of these codes do not count for `advance`. */
  ignore: z.array(openEnum(ISSUE_CODES)),
});
export type GateQuestion = z.infer<typeof GateQuestion>;

export const GATE_CODES = ['pass', 'fail', 'unknown'] as const;
export type GateCode = (typeof GATE_CODES)[number];

export const GATE_CHECK_CODES = [
  'decision',
  'readings',
  'owned_once',
  'monitor_fresh',
  'monitor_range',
  'sites_checked',
  'drift',
  'no_owner_row',
  'lock_released',
  'no_active_monitor',
  'all_dynamic',
  'nobody_pinned',
] as const;
export type GateCheckCode = (typeof GATE_CHECK_CODES)[number];

/** One thing that must hold; null when it cannot be said whether it does. `fact` says what was found, in words. */
export const GateCheck = z.object({
  code: openEnum(GATE_CHECK_CODES),
  ok: z.nullable(z.boolean()),
  fact: z.string(),
});
export type GateCheck = z.infer<typeof GateCheck>;

/** The answer of `/api/fleet/gate`, from a snapshot of this moment. Only `pass` is ok: `fail` when a check fails, else `unknown`. */
export const Gate = z.object({
  schema_version: z.int(),
  generated_at: Instant,
  question: GateQuestion,
  ok: z.boolean(),
  code: openEnum(GATE_CODES),
  checks: z.array(GateCheck),
});
export type Gate = z.infer<typeof Gate>;

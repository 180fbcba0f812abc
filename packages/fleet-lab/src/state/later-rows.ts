import * as z from 'zod/mini';

/** Whole seconds before the state's "now"; negative lies in the future. */
const AgeSec = z.number();
const Metadata = z.optional(z.record(z.string(), z.json()));

/** A row of jetpack_monitor_rollout_range_locks. */
export const RangeLockRow = z.strictObject({
  id: z.number(),
  run_id: z.string(),
  bucket_min: z.number(),
  bucket_max: z.number(),
  owner_host: z.string(),
  change_ref: z.string(),
  status: z.string(),
  activated_age: AgeSec,
  released_age: z.nullable(AgeSec),
  metadata: Metadata,
});
export type RangeLockRow = z.infer<typeof RangeLockRow>;

/** The rows of jetpack_monitor_rollout_bucket_locks from `bucket_min` to `bucket_max`, which are alike. */
export const BucketLockRows = z.strictObject({
  bucket_min: z.number(),
  bucket_max: z.number(),
  run_id: z.string(),
  range_lock_id: z.number(),
  owner_host: z.string(),
  status: z.string(),
  activated_age: AgeSec,
});
export type BucketLockRows = z.infer<typeof BucketLockRows>;

/** A row of jetpack_monitor_rollout_sessions. */
export const RolloutSessionRow = z.strictObject({
  run_id: z.string(),
  bucket_min: z.number(),
  bucket_max: z.number(),
  owner_host: z.string(),
  change_ref: z.string(),
  operator: z.string(),
  status: z.string(),
  metadata: Metadata,
  created_age: AgeSec,
  updated_age: AgeSec,
});
export type RolloutSessionRow = z.infer<typeof RolloutSessionRow>;

/** A row of jetpack_monitor_rollout_jobs. */
export const RolloutJobRow = z.strictObject({
  job_id: z.string(),
  run_id: z.string(),
  operation: z.string(),
  status: z.string(),
  progress: z.number(),
  summary: z.string(),
  error_code: z.string(),
  error_message: z.string(),
  created_age: AgeSec,
  updated_age: AgeSec,
});
export type RolloutJobRow = z.infer<typeof RolloutJobRow>;

/** A row of jetpack_monitor_veriflier_vantages. */
export const VeriflierVantageRow = z.strictObject({
  vantage_id: z.string(),
  region: z.string(),
  provider: z.string(),
  endpoint_host: z.string(),
  endpoint_port: z.string(),
  auth_token: z.string(),
  enabled: z.union([z.literal(0), z.literal(1)]),
  updated_age: AgeSec,
});
export type VeriflierVantageRow = z.infer<typeof VeriflierVantageRow>;

/** A row of jetpack_monitor_veriflier_agents. */
export const VeriflierAgentRow = z.strictObject({
  agent_id: z.string(),
  vantage_id: z.string(),
  hostname: z.string(),
  endpoint_host: z.string(),
  endpoint_port: z.string(),
  version: z.string(),
  protocols: z.nullable(z.array(z.string())),
  max_concurrency: z.number(),
  queue_capacity: z.number(),
  queue_depth: z.number(),
  active: z.number(),
  in_flight: z.number(),
  status: z.string(),
  last_seen_age: AgeSec,
});
export type VeriflierAgentRow = z.infer<typeof VeriflierAgentRow>;

/** The rows of the tables that only later databases have, by table name; none where one is left out. */
export const LaterRows = z.strictObject({
  jetpack_monitor_rollout_range_locks: z.optional(z.array(RangeLockRow)),
  jetpack_monitor_rollout_bucket_locks: z.optional(z.array(BucketLockRows)),
  jetpack_monitor_rollout_sessions: z.optional(z.array(RolloutSessionRow)),
  jetpack_monitor_rollout_jobs: z.optional(z.array(RolloutJobRow)),
  jetpack_monitor_veriflier_vantages: z.optional(z.array(VeriflierVantageRow)),
  jetpack_monitor_veriflier_agents: z.optional(z.array(VeriflierAgentRow)),
});
export type LaterRows = z.infer<typeof LaterRows>;

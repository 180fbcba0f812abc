import * as z from 'zod/mini';
import { Count, CountOrNull, Instant } from './scalars.ts';

/** One dependency as a process reported it; name and status are the process's own words. */
export const DependencyEntry = z.object({
  name: z.string(),
  status: z.string(),
  latency_ms: z.optional(z.number()),
  last_error: z.optional(z.string()),
  checked_at: z.optional(z.string()),
});
export type DependencyEntry = z.infer<typeof DependencyEntry>;

/** One long-running Jetmon process: every column of its row, and what the heartbeat says of it. */
export const Process = z.object({
  process_id: z.string(),
  host_id: z.string(),
  process_type: z.string(),
  pid: Count,
  version: z.string(),
  build_date: z.string(),
  go_version: z.string(),
  state: z.string(),
  health_status: z.string(),
  started_at: z.nullable(Instant),
  updated_at: Instant,
  last_heartbeat_age_sec: Count,
  stale: z.boolean(),
  bucket_min: CountOrNull,
  bucket_max: CountOrNull,
  bucket_ownership: z.string(),
  api_port: CountOrNull,
  dashboard_port: CountOrNull,
  delivery_workers_enabled: z.boolean(),
  delivery_owner_host: z.string(),
  worker_count: Count,
  active_checks: Count,
  queue_depth: Count,
  retry_queue_size: Count,
  wpcom_circuit_open: z.boolean(),
  wpcom_queue_depth: Count,
  go_sys_mem_mb: Count,
  /** Null on databases that do not have the column yet. */
  rss_mem_mb: CountOrNull,
  dependency_health: z.array(DependencyEntry),
  created_at: Instant,
});
export type Process = z.infer<typeof Process>;

/** How many processes of one type run one version. */
export const VersionCount = z.object({ version: z.string(), process_type: z.string(), count: Count });
export type VersionCount = z.infer<typeof VersionCount>;

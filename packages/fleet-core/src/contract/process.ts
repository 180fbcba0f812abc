import * as z from 'zod/mini';
import { Count, CountOrNull, Figure, Instant, Text, Texts } from './scalars.ts';

/** One dependency as a process reported it; name and status are the process's own words. */
export const DependencyEntry = z.object({
  name: z.string(),
  status: z.string(),
  latency_ms: z.optional(z.number()),
  last_error: z.optional(z.string()),
  checked_at: z.optional(z.string()),
  /** What else a later Jetmon tells of it, by name; the texts are its own. */
  details: z.optional(Texts),
});
export type DependencyEntry = z.infer<typeof DependencyEntry>;

/** A number that is left out when the database has no such column, as that of an older Jetmon: thousands of nulls are long. */
const LaterFigure = z.optional(z.catch(CountOrNull, null));
/** A flag that is null when the database has no such column, or no flag there. */
const Flag = z.catch(z._default(z.nullable(z.boolean()), null), null);

/**
 * The columns of a process's row that are passed on as they stand: contract, row schema and what is passed on are made
 * of this object. Who it is and how it is must be there; a database may lack any other column.
 */
export const REPORTED_COLUMNS = {
  process_id: z.string(),
  host_id: z.string(),
  process_type: z.string(),
  pid: Figure,
  version: Text,
  build_date: Text,
  go_version: Text,
  state: z.string(),
  health_status: z.string(),
  bucket_min: Figure,
  bucket_max: Figure,
  bucket_ownership: Text,
  api_port: Figure,
  dashboard_port: Figure,
  delivery_workers_enabled: Flag,
  delivery_owner_host: Text,
  worker_count: Figure,
  active_checks: Figure,
  queue_depth: Figure,
  retry_queue_size: Figure,
  wpcom_circuit_open: Flag,
  wpcom_queue_depth: Figure,
  go_sys_mem_mb: Figure,
  rss_mem_mb: Figure,
  runtime_goroutines: LaterFigure,
  runtime_goroutines_runnable: LaterFigure,
  runtime_goroutines_running: LaterFigure,
  runtime_goroutines_waiting: LaterFigure,
  runtime_goroutines_not_in_go: LaterFigure,
  runtime_goroutines_created: LaterFigure,
  runtime_threads: LaterFigure,
} as const;

/** What a process says of itself, in its own words and numbers. */
export const Reported = z.object(REPORTED_COLUMNS);
export type Reported = z.infer<typeof Reported>;

/** One long-running Jetmon process: every column of its row, and what the heartbeat says of it. */
export const Process = z.object({
  ...REPORTED_COLUMNS,
  started_at: z.nullable(Instant),
  /** The last heartbeat; null where the row holds none, which counts as silence. */
  updated_at: z.nullable(Instant),
  created_at: z.nullable(Instant),
  last_heartbeat_age_sec: CountOrNull,
  stale: z.boolean(),
  /** True when the plan retires it and it no longer works: it raises nothing, whatever it last reported. */
  retired: z.optional(z.boolean()),
  dependency_health: z.array(DependencyEntry),
});
export type Process = z.infer<typeof Process>;

/** How many processes of one type run one version. */
export const VersionCount = z.object({ version: z.string(), process_type: z.string(), count: Count });
export type VersionCount = z.infer<typeof VersionCount>;

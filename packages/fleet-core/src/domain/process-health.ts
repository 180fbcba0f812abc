import type { DependencyEntry, Process } from '../contract/process.ts';

/** What a row and a process of the snapshot have in common. */
export type AsReported = Readonly<
  Omit<
    Process,
    'started_at' | 'updated_at' | 'created_at' | 'last_heartbeat_age_sec' | 'stale' | 'dependency_health'
  >
>;

/** One row of process health as read, before any verdict. Times are milliseconds since 1970. */
export type ProcessHealth = AsReported & {
  readonly started_at_ms: number | null;
  readonly updated_at_ms: number;
  readonly created_at_ms: number;
  /** The entries that could be read. */
  readonly dependency_health: readonly DependencyEntry[];
  /** False when the column held something that is no list of entries, or a list with something else in it. */
  readonly dependency_health_readable: boolean;
};

/**
 * The common fields alone, named one by one: leaving the others out by a rest pattern costs more than all rules
 * together in a fleet of thousands. For the same reason spread them last, after the fields that you add.
 */
export function asReported(row: AsReported): AsReported {
  return {
    process_id: row.process_id,
    host_id: row.host_id,
    process_type: row.process_type,
    pid: row.pid,
    version: row.version,
    build_date: row.build_date,
    go_version: row.go_version,
    state: row.state,
    health_status: row.health_status,
    bucket_min: row.bucket_min,
    bucket_max: row.bucket_max,
    bucket_ownership: row.bucket_ownership,
    api_port: row.api_port,
    dashboard_port: row.dashboard_port,
    delivery_workers_enabled: row.delivery_workers_enabled,
    delivery_owner_host: row.delivery_owner_host,
    worker_count: row.worker_count,
    active_checks: row.active_checks,
    queue_depth: row.queue_depth,
    retry_queue_size: row.retry_queue_size,
    wpcom_circuit_open: row.wpcom_circuit_open,
    wpcom_queue_depth: row.wpcom_queue_depth,
    go_sys_mem_mb: row.go_sys_mem_mb,
    rss_mem_mb: row.rss_mem_mb,
  };
}

import type { Process } from 'fleet-core/contract/process';

/** A healthy monitor. */
export function makeProcess(overrides: Partial<Process> = {}): Process {
  const host_id = overrides.host_id ?? 'jetmon-a';
  const process_type = overrides.process_type ?? 'monitor';
  return {
    process_id: `${host_id}:${process_type}`,
    host_id,
    process_type,
    pid: 4711,
    version: '2.4.0',
    build_date: '2026-04-20',
    go_version: 'go1.24.2',
    state: 'running',
    health_status: 'green',
    started_at: '2026-04-29T08:00:00Z',
    updated_at: '2026-04-30T13:59:56Z',
    last_heartbeat_age_sec: 4,
    stale: false,
    bucket_min: 0,
    bucket_max: 249,
    bucket_ownership: 'dynamic jetmon_hosts',
    api_port: 8090,
    dashboard_port: 8080,
    delivery_workers_enabled: false,
    delivery_owner_host: '',
    worker_count: 256,
    active_checks: 128,
    queue_depth: 40,
    retry_queue_size: 2,
    wpcom_circuit_open: false,
    wpcom_queue_depth: 0,
    go_sys_mem_mb: 96,
    rss_mem_mb: 132,
    dependency_health: [{ name: 'mysql', status: 'green', latency_ms: 3 }],
    created_at: '2026-04-01T00:00:00Z',
    ...overrides,
  };
}

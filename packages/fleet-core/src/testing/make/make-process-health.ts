import type { Reported } from '../../contract/process.ts';
import type { ProcessHealth } from '../../domain/process-health.ts';
import { NOW_MS } from './now.ts';

/** A row as tests speak of it: what is passed on and what is judged first, side by side. */
export type ProcessRow = Reported & Omit<ProcessHealth, 'reported'>;

/** What a test wants otherwise. */
export type ProcessOverrides = Partial<ProcessRow>;

/** A green, running monitor `jetmon-a` whose heartbeat is 4 s old. The id follows from the host and the type. */
export function makeProcessHealth(overrides: ProcessOverrides = {}): ProcessHealth {
  const {
    started_at_ms = NOW_MS - 3_600_000,
    updated_at_ms = NOW_MS - 4000,
    created_at_ms = NOW_MS - 86_400_000,
    dependency_health = [{ name: 'mysql', status: 'green', latency_ms: 3 }],
    dependency_health_readable = true,
    dependency_health_too_long,
    ...reported
  } = overrides;
  const { host_id = 'jetmon-a', process_type = 'monitor' } = reported;
  return {
    started_at_ms,
    updated_at_ms,
    created_at_ms,
    dependency_health,
    dependency_health_readable,
    ...(dependency_health_too_long === undefined ? {} : { dependency_health_too_long }),
    reported: {
      process_id: `${host_id}:${process_type}`,
      host_id,
      process_type,
      pid: 4711,
      version: '2.0.0',
      build_date: '2026-04-28',
      go_version: 'go1.24',
      state: 'running',
      health_status: 'green',
      bucket_min: null,
      bucket_max: null,
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
      rss_mem_mb: 120,
      ...reported,
    },
  };
}

/** A green, running deliverer whose workers are enabled and which names itself as their owner. */
export function makeDeliverer(overrides: ProcessOverrides = {}): ProcessHealth {
  const { host_id = 'jetmon-deliverer-1' } = overrides;
  return makeProcessHealth({
    host_id,
    process_type: 'deliverer',
    bucket_ownership: '',
    delivery_workers_enabled: true,
    delivery_owner_host: host_id,
    ...overrides,
  });
}

/** A monitor that reports the buckets `min` to `max` as pinned to it. */
export function makePinnedMonitor(
  host_id: string,
  min: number | null,
  max: number | null,
  overrides: ProcessOverrides = {},
): ProcessHealth {
  const pinned = { bucket_min: min, bucket_max: max, bucket_ownership: `pinned range=${min}-${max}` };
  return makeProcessHealth({ host_id, ...pinned, ...overrides });
}

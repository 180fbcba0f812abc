import type { BucketRange } from 'fleet-core/contract/bucket-coverage';
import type { ProcessHealthRow } from '../../state/fleet-state.ts';
import { healthyDependencies } from './dependency-entries.ts';
import { hostVariation } from './host-variation.ts';

/** A healthy monitor that takes its buckets from jetmon_hosts. */
export function monitorProcess(
  hostId: string,
  range: BucketRange,
  overrides: Partial<ProcessHealthRow> = {},
): ProcessHealthRow {
  const variation = hostVariation(hostId);
  return {
    process_id: `${hostId}:monitor`,
    host_id: hostId,
    process_type: 'monitor',
    pid: 2000 + Math.floor(variation * 30_000),
    version: '2.0.1',
    build_date: '2026-05-12',
    go_version: 'go1.22.2',
    state: 'running',
    health_status: 'green',
    started_at_age: 86_400 + Math.floor(variation * 7_200),
    updated_at_age: Math.floor(variation * 9),
    bucket_min: range.min,
    bucket_max: range.max,
    bucket_ownership: 'dynamic jetmon_hosts',
    api_port: 8090,
    dashboard_port: 8080,
    delivery_workers_enabled: 0,
    delivery_owner_host: 'jetmon-deliverer-1',
    worker_count: 256,
    active_checks: 90 + Math.floor(variation * 70),
    queue_depth: 25 + Math.floor(variation * 40),
    retry_queue_size: Math.floor(variation * 6),
    wpcom_circuit_open: 0,
    wpcom_queue_depth: 0,
    go_sys_mem_mb: 90 + Math.floor(variation * 60),
    rss_mem_mb: 130 + Math.floor(variation * 80),
    dependency_health: healthyDependencies(hostId, 'monitor'),
    ...overrides,
  };
}

/** A healthy monitor whose buckets are pinned in its configuration, as during the rollout from v1. */
export function pinnedMonitor(
  hostId: string,
  range: BucketRange,
  overrides: Partial<ProcessHealthRow> = {},
): ProcessHealthRow {
  const ownership = `pinned range=${range.min}-${range.max}`;
  return monitorProcess(hostId, range, { bucket_ownership: ownership, ...overrides });
}

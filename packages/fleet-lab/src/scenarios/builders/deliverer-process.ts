import type { ProcessHealthRow } from '../../state/fleet-state.ts';
import { healthyDependencies } from './dependency-entries.ts';
import { monitorProcess } from './monitor-process.ts';

/** A healthy deliverer that is enabled and bound to the owner `jetmon-deliverer-1`. */
export function delivererProcess(
  hostId: string,
  overrides: Partial<ProcessHealthRow> = {},
): ProcessHealthRow {
  return monitorProcess(
    hostId,
    { min: 0, max: 0 },
    {
      process_id: `${hostId}:deliverer`,
      process_type: 'deliverer',
      bucket_min: null,
      bucket_max: null,
      bucket_ownership: '',
      api_port: null,
      dashboard_port: null,
      delivery_workers_enabled: 1,
      worker_count: 0,
      active_checks: 0,
      queue_depth: 0,
      retry_queue_size: 0,
      go_sys_mem_mb: 42,
      rss_mem_mb: 61,
      dependency_health: healthyDependencies(hostId, 'deliverer'),
      ...overrides,
    },
  );
}

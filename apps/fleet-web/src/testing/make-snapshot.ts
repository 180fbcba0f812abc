import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { Summary } from 'fleet-core/contract/summary';
import { makeCoverage } from './make-coverage.ts';
import { makeDelivery } from './make-delivery.ts';
import { makeProcess } from './make-process.ts';

/** A healthy fleet's verdict. */
export function makeSummary(overrides: Partial<Summary> = {}): Summary {
  return {
    status: 'green',
    message: 'fleet is healthy',
    suggested_next_action: 'Continue with the rollout.',
    suggested_next_action_code: 'continue',
    issues: [],
    issue_details: [],
    red_processes: 0,
    amber_processes: 0,
    green_processes: 5,
    stale_processes: 0,
    monitor_processes: 4,
    deliverer_processes: 1,
    dependency_red_count: 0,
    dependency_amber_count: 0,
    ...overrides,
  };
}

/** A healthy fleet: four monitors that own all buckets, and a deliverer. */
export function makeSnapshot(overrides: Partial<FleetSnapshot> = {}): FleetSnapshot {
  const read_at = '2026-04-30T14:00:00Z';
  return {
    schema_version: 1,
    generated_at: read_at,
    summary: makeSummary(),
    processes: [
      makeProcess({ host_id: 'jetmon-a', bucket_min: 0, bucket_max: 249 }),
      makeProcess({ host_id: 'jetmon-b', bucket_min: 250, bucket_max: 499 }),
      makeProcess({ host_id: 'jetmon-c', bucket_min: 500, bucket_max: 749 }),
      makeProcess({ host_id: 'jetmon-d', bucket_min: 750, bucket_max: 999 }),
      makeProcess({
        host_id: 'jetmon-deliverer-1',
        process_type: 'deliverer',
        bucket_min: null,
        bucket_max: null,
        bucket_ownership: '',
        dashboard_port: null,
        delivery_workers_enabled: true,
        delivery_owner_host: 'jetmon-deliverer-1',
      }),
    ],
    process_counts: { monitor: 4, deliverer: 1 },
    bucket_coverage: makeCoverage(),
    delivery: makeDelivery(),
    projection_drift: { status: 'green', count: 0, checked_at: read_at },
    dependencies: [
      { name: 'mysql', status: 'green', red_count: 0, amber_count: 0, green_count: 5, stale_count: 0 },
    ],
    versions: [
      { version: '2.4.0', process_type: 'monitor', count: 4 },
      { version: '2.4.0', process_type: 'deliverer', count: 1 },
    ],
    sources: [{ name: 'process_health', ok: true, read_at, duration_ms: 3 }],
    served_by: { host: 'ops-1', version: '0.1.0', build_id: 'a1b2c3' },
    settings: {
      heartbeat_grace_sec: 600,
      recent_window_sec: 900,
      host_dashboard_url: 'http://{host}:{port}/',
      host_dashboard_home: null,
      environment: null,
      expected_ownership: null,
    },
    ...overrides,
  };
}

import type { SnapshotContext } from '../snapshot.ts';

/** The settings of an ordinary dashboard. */
export function makeContext(overrides: Partial<SnapshotContext> = {}): SnapshotContext {
  return {
    thresholds: { bucket_total: 1000, heartbeat_grace_sec: 600, recent_window_sec: 900 },
    display: {
      host_dashboard_url: 'http://{host}:{port}/',
      host_dashboard_home: null,
      environment: null,
      expected_ownership: null,
    },
    served_by: { host: 'dashboard-1', version: '0.1.0', build_id: 'test' },
    ...overrides,
  };
}

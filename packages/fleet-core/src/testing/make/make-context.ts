import { NO_PLAN } from '../../domain/plan-in-force.ts';
import type { SnapshotContext } from '../../snapshot.ts';
import { operatorSql } from '../../sql/operator/operator-sql.ts';
import { TABLE_NAMES } from '../../sql/schema/table-names.ts';
import { makeThresholds } from './make-thresholds.ts';

/** The settings of an ordinary dashboard. */
export function makeContext(overrides: Partial<SnapshotContext> = {}): SnapshotContext {
  return {
    thresholds: makeThresholds(),
    display: {
      host_dashboard_url: 'http://{host}:{port}/',
      host_dashboard_home: null,
      environment: null,
      expected_ownership: null,
      insecure_no_auth: false,
      request_timeout_ms: 3000,
    },
    served_by: { host: 'dashboard-1', version: '0.1.0', build_id: 'test' },
    operator_sql: operatorSql(TABLE_NAMES.jetmon, makeThresholds()),
    runbook_url: null,
    plan: NO_PLAN,
    ...overrides,
  };
}

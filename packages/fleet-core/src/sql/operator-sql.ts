import type { OperatorSql } from '../domain/operator-sql.ts';
import type { Thresholds } from '../domain/thresholds.ts';
import { driftListing } from './drift/drift-listing.ts';
import { IS_ACTIVE } from './site-checks.ts';
import type { TableNames } from './table-names.ts';
import { hasNoTime } from './zero-date.ts';

/**
 * The statements that steps offer, in this database's names and by the terms of our own reads. They serve in a session of
 * any time zone: the columns are timestamps, which NOW() is compared with as the session shows both.
 */
export function operatorSql(tables: TableNames, thresholds: Thresholds): OperatorSql {
  const { bucket_total, heartbeat_grace_sec, recent_window_sec } = thresholds;
  const recently = `NOW() - INTERVAL ${recent_window_sec} SECOND`;
  const highestBucket = String(Math.max(0, bucket_total - 1));
  const eachQueue = (select: (queue: string, table: string) => string) =>
    `${select('webhook', tables.webhook_deliveries)}\nUNION ALL\n${select('alert', tables.alert_deliveries)};`;
  return {
    stale_processes: `SELECT process_id, pid, state, version, updated_at
FROM ${tables.process_health}
WHERE updated_at < NOW() - INTERVAL ${heartbeat_grace_sec} SECOND
ORDER BY updated_at LIMIT 50;`,

    process_errors: `SELECT process_id, state, health_status, updated_at, dependency_health
FROM ${tables.process_health}
WHERE health_status <> 'green' OR dependency_health LIKE '%"red"%'
ORDER BY updated_at DESC LIMIT 50;`,

    bucket_owners: `SELECT bucket_min, bucket_max, host_id, status, last_heartbeat
FROM ${tables.hosts}
ORDER BY bucket_min, bucket_max LIMIT 200;`,

    monitor_ranges: `SELECT monitor.host_id, monitor.state, monitor.bucket_ownership, monitor.bucket_min, monitor.bucket_max,
  owner.bucket_min AS owner_min, owner.bucket_max AS owner_max, owner.status AS owner_status, monitor.updated_at
FROM ${tables.process_health} AS monitor
LEFT JOIN ${tables.hosts} AS owner ON owner.host_id = monitor.host_id
WHERE monitor.process_type = 'monitor'
ORDER BY monitor.bucket_min, monitor.host_id LIMIT 200;`,

    drifting_sites: driftListing(tables, bucket_total),

    failed_deliveries: eachQueue(
      (queue, table) => `SELECT '${queue}' AS queue, status, last_status_code, COUNT(*) AS deliveries
FROM ${table}
WHERE status IN ('failed', 'abandoned')
  AND (last_attempt_at >= ${recently} OR (${hasNoTime('last_attempt_at')} AND created_at >= ${recently}))
GROUP BY status, last_status_code`,
    ),

    waiting_deliveries: eachQueue(
      (queue, table) => `SELECT '${queue}' AS queue, attempt, COUNT(*) AS waiting, MIN(created_at) AS oldest,
  MIN(next_attempt_at) AS next_attempt, MAX(next_attempt_at) AS latest_attempt
FROM ${table}
WHERE status = 'pending'
GROUP BY attempt`,
    ),

    delivery_workers: `SELECT host_id, process_id, delivery_workers_enabled, delivery_owner_host, state, updated_at
FROM ${tables.process_health}
WHERE delivery_workers_enabled = 1 OR delivery_owner_host <> ''
ORDER BY host_id LIMIT 200;`,

    unchecked_buckets: `SELECT bucket_no, MAX(last_checked_at) AS newest_check
FROM ${tables.sites}
WHERE ${IS_ACTIVE} AND bucket_no <= ${highestBucket}
GROUP BY bucket_no
ORDER BY newest_check LIMIT 50;`,

    sites_outside_buckets: `SELECT bucket_no, COUNT(*) AS sites
FROM ${tables.sites}
WHERE ${IS_ACTIVE} AND bucket_no > ${highestBucket}
GROUP BY bucket_no
ORDER BY bucket_no LIMIT 50;`,

    clocks: `SELECT UTC_TIMESTAMP() AS database_utc, NOW() AS database_now, process_id, updated_at
FROM ${tables.process_health}
ORDER BY updated_at DESC LIMIT 20;`,
  };
}

import type { OperatorSql } from '../../domain/operator-sql.ts';
import type { Thresholds } from '../../domain/thresholds.ts';
import { driftListing } from '../drift/drift-listing.ts';
import type { TableNames } from '../schema/table-names.ts';
import { checkedSites } from '../sites/checked-sites.ts';
import { IS_ACTIVE } from '../sites/site-checks.ts';
import { HAS_TOKEN } from '../verifliers/veriflier-vantages.ts';
import { hasNoTime } from '../zero-date.ts';

/**
 * The statements that steps offer, in this database's names and by the terms of our own reads. They serve in a session of
 * any time zone: the columns are timestamps, which NOW() is compared with as the session shows both. Where the sites say as well
 * as site_runtime when they were checked, `alsoInSites`, the later check counts, as it does for the dashboard.
 */
export function operatorSql(tables: TableNames, thresholds: Thresholds, alsoInSites = false): OperatorSql {
  const { bucket_total, heartbeat_grace_sec, recent_window_sec } = thresholds;
  const recently = `NOW() - INTERVAL ${recent_window_sec} SECOND`;
  const highestBucket = String(Math.max(0, bucket_total - 1));
  const checked = checkedSites(tables, alsoInSites);
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

    unchecked_buckets: `SELECT bucket_no, MAX(${checked.checkedAt}) AS newest_check
FROM ${checked.from}
WHERE ${IS_ACTIVE} AND bucket_no <= ${highestBucket}
GROUP BY bucket_no
ORDER BY newest_check, bucket_no LIMIT 50;`,

    sites_outside_buckets: `SELECT bucket_no, COUNT(*) AS sites
FROM ${tables.sites}
WHERE ${IS_ACTIVE} AND bucket_no > ${highestBucket}
GROUP BY bucket_no
ORDER BY bucket_no LIMIT 50;`,

    clocks: `SELECT UTC_TIMESTAMP() AS database_utc, NOW() AS database_now, process_id, updated_at
FROM ${tables.process_health}
ORDER BY updated_at DESC LIMIT 20;`,

    veriflier_vantages:
      tables.veriflier_vantages &&
      `SELECT vantage_id, enabled, endpoint_host, endpoint_port, ${HAS_TOKEN} AS auth_token_present
FROM ${tables.veriflier_vantages}
ORDER BY enabled DESC, vantage_id LIMIT 200;`,

    veriflier_agents:
      tables.veriflier_agents &&
      `SELECT vantage_id, agent_id, hostname, endpoint_host, endpoint_port, version, status, last_seen
FROM ${tables.veriflier_agents}
ORDER BY last_seen LIMIT 200;`,
    ...rolloutSql(tables),
  };
}

/** What Jetmon's API keeps of a rollout, as far as this database has it. */
function rolloutSql({
  process_health,
  range_locks,
  bucket_locks,
  rollout_jobs,
}: TableNames): Pick<OperatorSql, 'range_locks' | 'bucket_locks' | 'rollout_jobs'> {
  return {
    range_locks:
      range_locks === null
        ? null
        : `SELECT held.bucket_min, held.bucket_max, held.owner_host, held.run_id, held.change_ref, held.activated_at,
  monitor.state, monitor.bucket_ownership, monitor.bucket_min AS reported_min, monitor.bucket_max AS reported_max,
  monitor.updated_at
FROM ${range_locks} AS held
LEFT JOIN ${process_health} AS monitor ON monitor.host_id = held.owner_host AND monitor.process_type = 'monitor'
WHERE held.status = 'active'
ORDER BY held.bucket_min LIMIT 200;`,

    bucket_locks:
      range_locks === null || bucket_locks === null
        ? null
        : `SELECT held.id, held.owner_host, held.bucket_min, held.bucket_max, COUNT(bucket.bucket_no) AS bucket_locks,
  MIN(bucket.bucket_no) AS first_bucket, MAX(bucket.bucket_no) AS last_bucket
FROM ${range_locks} AS held
LEFT JOIN ${bucket_locks} AS bucket
  ON bucket.range_lock_id = held.id AND bucket.owner_host = held.owner_host AND bucket.status = 'active'
WHERE held.status = 'active'
GROUP BY held.id, held.owner_host, held.bucket_min, held.bucket_max
ORDER BY held.bucket_min LIMIT 200;`,

    rollout_jobs:
      rollout_jobs === null
        ? null
        : `SELECT created_at, run_id, operation, status, progress, summary, error_code, error_message
FROM ${rollout_jobs}
ORDER BY created_at DESC LIMIT 50;`,
  };
}

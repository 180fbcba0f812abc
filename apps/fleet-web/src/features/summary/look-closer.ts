import type { Settings } from 'fleet-core/contract/fleet-snapshot';

const WAITING = `COUNT(*) AS waiting, MIN(COALESCE(next_attempt_at, created_at)) AS oldest`;

/** Reads only, and little: each has an index or a small table to go by, and ends after a screenful of rows. */
const STATEMENTS: Readonly<Record<string, (settings: Settings) => string>> = {
  investigate_stale_processes: ({
    heartbeat_grace_sec,
  }) => `SELECT process_id, pid, state, version, updated_at
FROM jetmon_process_health
WHERE updated_at < NOW() - INTERVAL ${heartbeat_grace_sec} SECOND
ORDER BY updated_at LIMIT 50;`,

  fix_bucket_coverage: () => `SELECT bucket_min, bucket_max, host_id, status, last_heartbeat
FROM jetmon_hosts
ORDER BY bucket_min, bucket_max;`,

  fix_projection_drift:
    () => `SELECT site.blog_id, site.bucket_no, site.site_status, event.state AS event_state
FROM jetpack_monitor_sites AS site
LEFT JOIN jetmon_events AS event
  ON event.blog_id = site.blog_id AND event.dedup_key IS NOT NULL AND event.check_type = 'http'
WHERE site.monitor_active = 1 AND site.site_status <>
  CASE event.state WHEN 'Down' THEN 2 WHEN 'Seems Down' THEN 0 ELSE 1 END
LIMIT 50;`,

  investigate_delivery_failures: ({ recent_window_sec }) => {
    const failures = (
      queue: string,
    ) => `SELECT '${queue}' AS queue, status, last_status_code, COUNT(*) AS deliveries
FROM jetmon_${queue}_deliveries
WHERE status IN ('failed', 'abandoned') AND last_attempt_at >= NOW() - INTERVAL ${recent_window_sec} SECOND
GROUP BY status, last_status_code`;
    return `${failures('webhook')}
UNION ALL
${failures('alert')};`;
  },

  drain_due_deliveries: () => {
    const waiting = (queue: string) => `SELECT '${queue}' AS queue, attempt, ${WAITING}
FROM jetmon_${queue}_deliveries WHERE status = 'pending' GROUP BY attempt`;
    return `${waiting('webhook')}
UNION ALL
${waiting('alert')};`;
  },

  confirm_bucket_ownership:
    () => `SELECT monitor.host_id, monitor.bucket_ownership, monitor.bucket_min, monitor.bucket_max,
  host.bucket_min AS dynamic_min, host.bucket_max AS dynamic_max, host.status AS dynamic_status
FROM jetmon_process_health AS monitor
LEFT JOIN jetmon_hosts AS host ON host.host_id = monitor.host_id
WHERE monitor.process_type = 'monitor'
ORDER BY monitor.bucket_min, monitor.host_id LIMIT 200;`,

  confirm_delivery_owner: () => `SELECT host_id, process_id, delivery_owner_host, state, updated_at
FROM jetmon_process_health
WHERE delivery_workers_enabled = 1
ORDER BY host_id LIMIT 50;`,
};

const statements = new Map(Object.entries(STATEMENTS));

/** SQL that shows what the page cannot: single rows, and the answers that deliveries got. Null where none helps. */
export function lookCloser(code: string, settings: Settings): string | null {
  return statements.get(code)?.(settings) ?? null;
}

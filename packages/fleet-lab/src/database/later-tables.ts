import type { TableNames } from 'fleet-core/sql/schema/table-names';

const ENGINE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4';

/** What later databases have added to process health. */
export const LATER_PROCESS_COLUMNS = `
    runtime_goroutines INT UNSIGNED NOT NULL DEFAULT 0,
    runtime_goroutines_runnable INT UNSIGNED NOT NULL DEFAULT 0,
    runtime_goroutines_running INT UNSIGNED NOT NULL DEFAULT 0,
    runtime_goroutines_waiting INT UNSIGNED NOT NULL DEFAULT 0,
    runtime_goroutines_not_in_go INT UNSIGNED NOT NULL DEFAULT 0,
    runtime_goroutines_created BIGINT UNSIGNED NOT NULL DEFAULT 0,
    runtime_threads INT UNSIGNED NOT NULL DEFAULT 0,`;

/** The statements that create the tables which came with later databases, those that have a name. */
export function laterTablesDdl(names: TableNames): string[] {
  const tables = [
    [names.site_runtime, SITE_RUNTIME],
    [names.range_locks, RANGE_LOCKS],
    [names.bucket_locks, BUCKET_LOCKS],
    [names.rollout_sessions, ROLLOUT_SESSIONS],
    [names.rollout_jobs, ROLLOUT_JOBS],
    [names.veriflier_vantages, VERIFLIER_VANTAGES],
    [names.veriflier_agents, VERIFLIER_AGENTS],
  ] as const;
  return tables.flatMap(([name, columns]) =>
    name === null ? [] : [`CREATE TABLE ${name} (${columns}) ${ENGINE}`],
  );
}

const SITE_RUNTIME = `
    source_site_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
    blog_id BIGINT UNSIGNED NOT NULL,
    last_checked_at DATETIME NULL DEFAULT NULL,
    next_check_at DATETIME NULL DEFAULT NULL,
    last_alert_sent_at DATETIME NULL DEFAULT NULL,
    ssl_expiry_date DATE NULL DEFAULT NULL,
    updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    KEY idx_blog_id (blog_id),
    KEY idx_next_check (next_check_at, source_site_id),
    KEY idx_last_checked (last_checked_at, source_site_id)`;

const RANGE_LOCKS = `
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    run_id VARCHAR(64) NOT NULL,
    bucket_min SMALLINT UNSIGNED NOT NULL,
    bucket_max SMALLINT UNSIGNED NOT NULL,
    owner_host VARCHAR(255) NOT NULL,
    change_ref VARCHAR(255) NOT NULL DEFAULT '',
    status VARCHAR(16) NOT NULL DEFAULT 'active',
    activated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    released_at TIMESTAMP NULL DEFAULT NULL,
    metadata JSON NULL DEFAULT NULL,
    KEY idx_status_range (status, bucket_min, bucket_max),
    KEY idx_owner_status (owner_host, status),
    KEY idx_run_id (run_id)`;

const BUCKET_LOCKS = `
    bucket_no SMALLINT UNSIGNED NOT NULL PRIMARY KEY,
    run_id VARCHAR(64) NOT NULL,
    range_lock_id BIGINT UNSIGNED NOT NULL,
    owner_host VARCHAR(255) NOT NULL,
    status VARCHAR(16) NOT NULL DEFAULT 'active',
    activated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    KEY idx_owner (owner_host),
    KEY idx_run_id (run_id),
    KEY idx_range_lock (range_lock_id)`;

const ROLLOUT_SESSIONS = `
    run_id VARCHAR(64) NOT NULL PRIMARY KEY,
    bucket_min SMALLINT UNSIGNED NOT NULL,
    bucket_max SMALLINT UNSIGNED NOT NULL,
    owner_host VARCHAR(255) NOT NULL DEFAULT '',
    change_ref VARCHAR(255) NOT NULL DEFAULT '',
    operator VARCHAR(128) NOT NULL DEFAULT '',
    status VARCHAR(16) NOT NULL DEFAULT 'open',
    metadata JSON NULL DEFAULT NULL,
    created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    KEY idx_status_created (status, created_at),
    KEY idx_range (bucket_min, bucket_max)`;

const ROLLOUT_JOBS = `
    job_id VARCHAR(64) NOT NULL PRIMARY KEY,
    run_id VARCHAR(64) NOT NULL DEFAULT '',
    operation VARCHAR(64) NOT NULL,
    status VARCHAR(16) NOT NULL DEFAULT 'completed',
    progress TINYINT UNSIGNED NOT NULL DEFAULT 100,
    summary VARCHAR(1024) NOT NULL DEFAULT '',
    result JSON NULL DEFAULT NULL,
    error_code VARCHAR(64) NOT NULL DEFAULT '',
    error_message VARCHAR(1024) NOT NULL DEFAULT '',
    created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    KEY idx_run_operation (run_id, operation),
    KEY idx_status_created (status, created_at)`;

const VERIFLIER_VANTAGES = `
    vantage_id VARCHAR(128) NOT NULL PRIMARY KEY,
    region VARCHAR(128) NOT NULL DEFAULT '',
    provider VARCHAR(128) NOT NULL DEFAULT '',
    endpoint_host VARCHAR(255) NOT NULL DEFAULT '',
    endpoint_port VARCHAR(16) NOT NULL DEFAULT '',
    auth_token VARCHAR(255) NOT NULL DEFAULT '',
    enabled TINYINT UNSIGNED NOT NULL DEFAULT 0,
    created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    KEY idx_enabled (enabled),
    KEY idx_endpoint (endpoint_host, endpoint_port)`;

const VERIFLIER_AGENTS = `
    agent_id VARCHAR(128) NOT NULL PRIMARY KEY,
    vantage_id VARCHAR(128) NOT NULL,
    hostname VARCHAR(255) NOT NULL DEFAULT '',
    endpoint_host VARCHAR(255) NOT NULL DEFAULT '',
    endpoint_port VARCHAR(16) NOT NULL DEFAULT '',
    version VARCHAR(64) NOT NULL DEFAULT '',
    protocols JSON NULL DEFAULT NULL,
    max_concurrency INT UNSIGNED NOT NULL DEFAULT 0,
    queue_capacity INT UNSIGNED NOT NULL DEFAULT 0,
    queue_depth INT UNSIGNED NOT NULL DEFAULT 0,
    active INT UNSIGNED NOT NULL DEFAULT 0,
    in_flight INT UNSIGNED NOT NULL DEFAULT 0,
    status VARCHAR(16) NOT NULL DEFAULT 'active',
    last_seen TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    KEY idx_vantage_seen (vantage_id, last_seen),
    KEY idx_status_seen (status, last_seen)`;

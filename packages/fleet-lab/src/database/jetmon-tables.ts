import { TABLE_NAMES, type TableNames } from 'fleet-core/sql/schema/table-names';
import { deliveryTableDdl } from './delivery-table.ts';
import { LATER_PROCESS_COLUMNS, laterTablesDdl } from './later-tables.ts';

/** How a database differs from the Jetmon schema of the first age. */
export type SchemaOptions = {
  /** Table names; the `jetmon_*` ones unless told otherwise. A later table is made where it has a name. */
  readonly tableNames?: TableNames;
  /** Whether the columns are those of a later database. As the names are, unless told otherwise: where one has a name, true. */
  readonly laterColumns?: boolean;
  /** Whether `rss_mem_mb` exists, as it does from schema 26 on. True unless told otherwise. */
  readonly rssColumn?: boolean;
  /** Lets `dependency_health` hold any text, so that unreadable values can be stored. */
  readonly anyTextInDependencyHealth?: boolean;
  /** Whether the schema 27 index over sites exists. True unless told otherwise. */
  readonly siteCheckIndex?: boolean;
};

/** The statements that create Jetmon's tables as the dashboard finds them, on MariaDB 10.11 and MySQL 8. */
export function jetmonTablesDdl(options: SchemaOptions = {}): string[] {
  const names = options.tableNames ?? TABLE_NAMES.jetmon;
  const laterTables = laterTablesDdl(names);
  const isLater = options.laterColumns ?? laterTables.length > 0;
  const sites =
    names.site_runtime === null
      ? sitesDdl(names.sites, options.siteCheckIndex ?? true)
      : bareSitesDdl(names.sites);
  return [
    processHealthDdl(names.process_health, options, isLater),
    hostsDdl(names.hosts, isLater),
    deliveryTableDdl(names.webhook_deliveries, 'webhook', isLater),
    deliveryTableDdl(names.alert_deliveries, 'alert', isLater),
    sites,
    eventsDdl(names.events),
    ...laterTables,
  ];
}

function processHealthDdl(table: string, options: SchemaOptions, isLater: boolean): string {
  const rss = (options.rssColumn ?? true) ? 'rss_mem_mb INT UNSIGNED NOT NULL DEFAULT 0,' : '';
  const dependencyHealth = options.anyTextInDependencyHealth ? 'LONGTEXT' : 'JSON';
  return `CREATE TABLE ${table} (
    process_id VARCHAR(255) NOT NULL PRIMARY KEY,
    host_id VARCHAR(255) NOT NULL,
    process_type VARCHAR(64) NOT NULL,
    pid INT UNSIGNED NOT NULL DEFAULT 0,
    version VARCHAR(64) NOT NULL DEFAULT '',
    build_date VARCHAR(64) NOT NULL DEFAULT '',
    go_version VARCHAR(64) NOT NULL DEFAULT '',
    state VARCHAR(32) NOT NULL DEFAULT 'starting',
    health_status VARCHAR(16) NOT NULL DEFAULT 'green',
    started_at TIMESTAMP NULL DEFAULT NULL,
    updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    bucket_min SMALLINT UNSIGNED NULL DEFAULT NULL,
    bucket_max SMALLINT UNSIGNED NULL DEFAULT NULL,
    bucket_ownership VARCHAR(128) NOT NULL DEFAULT '',
    api_port INT UNSIGNED NULL DEFAULT NULL,
    dashboard_port INT UNSIGNED NULL DEFAULT NULL,
    delivery_workers_enabled TINYINT UNSIGNED NOT NULL DEFAULT 0,
    delivery_owner_host VARCHAR(255) NOT NULL DEFAULT '',
    worker_count INT UNSIGNED NOT NULL DEFAULT 0,
    active_checks INT UNSIGNED NOT NULL DEFAULT 0,
    queue_depth INT UNSIGNED NOT NULL DEFAULT 0,
    retry_queue_size INT UNSIGNED NOT NULL DEFAULT 0,
    wpcom_circuit_open TINYINT UNSIGNED NOT NULL DEFAULT 0,
    wpcom_queue_depth INT UNSIGNED NOT NULL DEFAULT 0,
    go_sys_mem_mb INT UNSIGNED NOT NULL DEFAULT 0,
    ${rss}
    ${isLater ? LATER_PROCESS_COLUMNS : ''}
    dependency_health ${dependencyHealth} NULL DEFAULT NULL,
    created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    KEY idx_type_updated (process_type, updated_at),
    KEY idx_host_updated (host_id, updated_at),
    KEY idx_state_updated (state, updated_at),
    KEY idx_health_updated (health_status, updated_at)
  ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`;
}

function hostsDdl(table: string, isLater: boolean): string {
  const status = isLater ? 'VARCHAR(16)' : "ENUM('active','draining')";
  return `CREATE TABLE ${table} (
    host_id VARCHAR(255) NOT NULL PRIMARY KEY,
    bucket_min SMALLINT UNSIGNED NOT NULL,
    bucket_max SMALLINT UNSIGNED NOT NULL,
    last_heartbeat TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    status ${status} NOT NULL DEFAULT 'active'
  ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`;
}

/** Sites that say when they were checked. */
function sitesDdl(table: string, siteCheckIndex: boolean): string {
  const checkIndex = siteCheckIndex
    ? ', KEY idx_active_checked (monitor_active, last_checked_at, blog_id, bucket_no)'
    : '';
  return bareSitesDdl(
    table,
    `, last_checked_at DATETIME NULL DEFAULT NULL,
    KEY idx_bucket_active_checked (bucket_no, monitor_active, last_checked_at)
    ${checkIndex}`,
  );
}

/** Sites as Jetmon 1 has them, with what was `added` since. */
function bareSitesDdl(table: string, added = ''): string {
  return `CREATE TABLE ${table} (
    jetpack_monitor_site_id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    blog_id BIGINT UNSIGNED NOT NULL,
    bucket_no SMALLINT UNSIGNED NOT NULL DEFAULT 0,
    monitor_url VARCHAR(2083) NOT NULL,
    monitor_active TINYINT UNSIGNED NOT NULL DEFAULT 0,
    site_status TINYINT NOT NULL DEFAULT 1,
    last_status_change DATETIME NULL DEFAULT NULL,
    check_interval SMALLINT NOT NULL DEFAULT 5,
    KEY idx_bucket_active (bucket_no, monitor_active)
    ${added}
  ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`;
}

function eventsDdl(table: string): string {
  return `CREATE TABLE ${table} (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    blog_id BIGINT UNSIGNED NOT NULL,
    endpoint_id BIGINT UNSIGNED NULL DEFAULT NULL,
    check_type VARCHAR(64) NOT NULL,
    discriminator VARCHAR(128) NULL DEFAULT NULL,
    severity TINYINT UNSIGNED NOT NULL,
    state VARCHAR(32) NOT NULL,
    started_at TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    ended_at TIMESTAMP(3) NULL DEFAULT NULL,
    resolution_reason VARCHAR(64) NULL DEFAULT NULL,
    cause_event_id BIGINT UNSIGNED NULL DEFAULT NULL,
    metadata JSON NULL DEFAULT NULL,
    updated_at TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    dedup_key VARCHAR(255) GENERATED ALWAYS AS (
      CASE WHEN ended_at IS NULL THEN
        CONCAT(blog_id, ':', COALESCE(endpoint_id, 0), ':', check_type, ':', COALESCE(discriminator, ''))
      END
    ) STORED,
    UNIQUE KEY uk_dedup_key (dedup_key),
    KEY idx_blog_started (blog_id, started_at),
    KEY idx_blog_ended (blog_id, ended_at),
    KEY idx_type_started (check_type, started_at),
    KEY idx_cause_event (cause_event_id)
  ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`;
}

import type { BucketOwnerRow, DeliveryRows, EventRow, ProcessRow, SiteRow } from './fleet-state.ts';
import { rfc3339Instant, sqlInstant } from './instant.ts';

/** A value as it is bound to a column. */
export type ColumnValue = string | number | null;
/** A row ready to be inserted, by column; the rows of one insert name the same columns. */
export type TableRow = Record<string, ColumnValue>;

/** The jetmon_process_health row as stored at `now`. `rss_mem_mb` is left out where the state does not know it. */
export function processTableRow(row: ProcessRow, now: Date): TableRow {
  const { started_at_age, updated_at_age, dependency_health, rss_mem_mb, ...columns } = row;
  return {
    ...columns,
    ...(rss_mem_mb === undefined ? {} : { rss_mem_mb }),
    started_at: sqlInstant(now, started_at_age),
    updated_at: sqlInstant(now, updated_at_age),
    dependency_health: dependencyHealthText(dependency_health, now),
  };
}

function dependencyHealthText(health: ProcessRow['dependency_health'], now: Date): string | null {
  if (health === null) return null;
  if (health === '') return '[]';
  if ('raw' in health) return health.raw;
  return JSON.stringify(
    health.map(({ checked_at_age, ...entry }) => ({
      ...entry,
      checked_at: rfc3339Instant(now, checked_at_age),
    })),
  );
}

/** The jetmon_hosts row as stored at `now`. */
export function bucketOwnerTableRow(row: BucketOwnerRow, now: Date): TableRow {
  const { last_heartbeat_age, ...columns } = row;
  return { ...columns, last_heartbeat: sqlInstant(now, last_heartbeat_age) };
}

/** The `count` rows of one delivery label, which share the receiver `targetId` and are numbered from 1. */
export function deliveryTableRows(
  kind: 'webhook' | 'alert',
  label: DeliveryRows,
  targetId: number,
  now: Date,
): TableRow[] {
  const attempted = label.last_attempt_age !== null;
  const shared: TableRow = {
    ...(kind === 'webhook' ? { webhook_id: targetId } : { alert_contact_id: targetId, severity: 4 }),
    event_type: 'event.opened',
    payload: '{"type":"event.opened"}',
    status: label.status,
    attempt: attempted ? 1 : 0,
    next_attempt_at: sqlInstant(now, label.next_attempt_in === null ? null : -label.next_attempt_in),
    last_status_code: attempted ? (label.status === 'delivered' ? 200 : 503) : null,
    last_attempt_at: sqlInstant(now, label.last_attempt_age),
    delivered_at: sqlInstant(now, label.delivered_age),
    created_at: sqlInstant(now, label.created_age),
  };
  return Array.from({ length: label.count }, (_, index) => ({
    ...shared,
    transition_id: index + 1,
    event_id: targetId * 100_000 + index + 1,
  }));
}

/** The jetpack_monitor_sites row. */
export function siteTableRow(row: SiteRow, now: Date): TableRow {
  return {
    ...row,
    monitor_url: `https://site-${row.blog_id}.example/`,
    last_status_change: sqlInstant(now, 3600),
    last_checked_at: sqlInstant(now, 60),
  };
}

/** The jetmon_events row as stored at `now`. */
export function eventTableRow(row: EventRow, now: Date): TableRow {
  const { started_age, ended_age, discriminator, ...columns } = row;
  return {
    ...columns,
    discriminator: discriminator ?? null,
    severity: row.state === 'Down' ? 4 : 3,
    started_at: sqlInstant(now, started_age),
    ended_at: sqlInstant(now, ended_age),
    resolution_reason: ended_age === null ? null : 'verifier_cleared',
  };
}

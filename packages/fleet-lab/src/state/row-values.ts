import type { DeliveryKind } from 'fleet-core/contract/delivery';
import { toInstant, toUtcDateTime } from 'fleet-core/domain/instant';
import type { DeliveryRows, EventRow, HostRow, ProcessHealthRow, SiteRow } from './fleet-state.ts';

/** A row by its columns, ready to be inserted; a column that is left out gets its default. */
export type RowValues = Record<string, string | number | null>;

/** The jetmon_process_health row as stored at `nowMs`, without the columns that the state does not know. */
export function processValues(row: ProcessHealthRow, nowMs: number): RowValues {
  const { started_at_age, updated_at_age, dependency_health, ...columns } = row;
  return {
    ...known(columns),
    started_at: timeBefore(nowMs, started_at_age),
    updated_at: timeBefore(nowMs, updated_at_age),
    dependency_health: dependencyHealthText(dependency_health, nowMs),
  };
}

/** The text that the column dependency_health holds at `nowMs`, or null. */
export function dependencyHealthText(
  health: ProcessHealthRow['dependency_health'],
  nowMs: number,
): string | null {
  if (health === null) return null;
  if (health === '') return '[]';
  if ('raw' in health) return health.raw;
  return JSON.stringify(
    health.map(({ checked_at_age, ...entry }) => ({
      ...entry,
      checked_at: toInstant(nowMs - checked_at_age * 1000),
    })),
  );
}

/** The jetmon_hosts row as stored at `nowMs`. */
export function hostValues({ last_heartbeat_age, ...columns }: HostRow, nowMs: number): RowValues {
  return { ...columns, last_heartbeat: timeBefore(nowMs, last_heartbeat_age) };
}

/** The `count` rows of one delivery label, which share the receiver `targetId` and are numbered from 1. */
export function deliveryValues(
  kind: DeliveryKind,
  label: DeliveryRows,
  targetId: number,
  nowMs: number,
): RowValues[] {
  const attempted = label.last_attempt_age !== null;
  const shared: RowValues = {
    ...receiverValues(kind, targetId),
    event_type: 'event.opened',
    payload: '{"type":"event.opened"}',
    status: label.status,
    attempt: attempted ? 1 : 0,
    next_attempt_at: timeBefore(nowMs, label.next_attempt_in === null ? null : -label.next_attempt_in),
    last_status_code: attempted ? (label.status === 'delivered' ? 200 : 503) : null,
    last_attempt_at: timeBefore(nowMs, label.last_attempt_age),
    delivered_at: timeBefore(nowMs, label.delivered_age),
    created_at: timeBefore(nowMs, label.created_age),
  };
  return Array.from({ length: label.count }, (_, index) => ({
    ...shared,
    transition_id: index + 1,
    event_id: targetId * 100_000 + index + 1,
  }));
}

/** Whom a delivery of this kind is for, in the columns that only its own table has. */
export function receiverValues(kind: DeliveryKind, targetId: number): RowValues {
  return kind === 'webhook' ? { webhook_id: targetId } : { alert_contact_id: targetId, severity: 4 };
}

/** A site with the number that it is known by. */
export type NumberedSite = SiteRow & { readonly jetpack_monitor_site_id: number };

/** The jetpack_monitor_sites row as stored at `nowMs`, on a database whose sites say when they were checked. */
export function siteValues(row: NumberedSite, nowMs: number): RowValues {
  return { ...bareSiteValues(row, nowMs), last_checked_at: timeBefore(nowMs, row.last_checked_age ?? null) };
}

/** The jetpack_monitor_sites row as stored at `nowMs`, on a database whose sites do not. */
export function bareSiteValues(row: NumberedSite, nowMs: number): RowValues {
  const { last_checked_age: _, ...columns } = row;
  return {
    ...known(columns),
    monitor_url: `https://site-${row.blog_id}.example/`,
    last_status_change: timeBefore(nowMs, 3600),
  };
}

/** The site_runtime rows of a site as stored at `nowMs`: none where it is left open when it was checked. */
export function siteRuntimeValues(row: NumberedSite, nowMs: number): RowValues[] {
  const { blog_id, jetpack_monitor_site_id, last_checked_age } = row;
  if (last_checked_age === undefined) return [];
  return [
    {
      source_site_id: jetpack_monitor_site_id,
      blog_id,
      last_checked_at: timeBefore(nowMs, last_checked_age),
    },
  ];
}

/** The jetmon_events row as stored at `nowMs`. */
export function eventValues(row: EventRow, nowMs: number): RowValues {
  const { started_age, ended_age, discriminator, ...columns } = row;
  return {
    ...columns,
    discriminator: discriminator ?? null,
    severity: row.state === 'Down' ? 4 : 3,
    started_at: timeBefore(nowMs, started_age),
    ended_at: timeBefore(nowMs, ended_age),
    resolution_reason: ended_age === null ? null : 'verifier_cleared',
  };
}

function known(columns: Record<string, RowValues[string] | undefined>): RowValues {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([column, value]): [string, RowValues[string]][] =>
      value === undefined ? [] : [[column, value]],
    ),
  );
}

/** A time column, to the second; null for no age. */
export function timeBefore(nowMs: number, ageSec: number | null): string | null {
  return ageSec === null ? null : toUtcDateTime(nowMs - ageSec * 1000).slice(0, 19);
}

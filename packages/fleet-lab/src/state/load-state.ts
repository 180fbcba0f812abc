import type { DeliveryKind } from 'fleet-core/contract/delivery';
import { TABLE_NAMES, type TableNames } from 'fleet-core/sql/schema/table-names';
import type { Pool, PoolConnection } from 'mysql2/promise';
import { databaseNowMs } from './database-now.ts';
import type { DeliveryRows, FleetStateRows } from './fleet-state.ts';
import { insertRows } from './insert-rows.ts';
import {
  agentValues,
  bucketLockValues,
  jobValues,
  rangeLockValues,
  sessionValues,
  vantageValues,
} from './later-values.ts';
import { otherProcessHealth } from './other-table.ts';
import {
  bareSiteValues,
  deliveryValues,
  eventValues,
  hostValues,
  processValues,
  type RowValues,
  siteRuntimeValues,
  siteValues,
} from './row-values.ts';

/** Where and when a state is loaded. */
export type LoadStateOptions = {
  /** The instant that ages count from, in ms since 1970; the database's clock unless told otherwise. */
  readonly nowMs?: number;
  /** Table names; the `jetmon_*` ones unless told otherwise. */
  readonly tableNames?: TableNames;
};

/**
 * Replaces all rows of the tables by this state, in one transaction: a reader sees the old rows or the new ones. The table
 * of the other name is there as long as a state has rows for it, though they be none.
 * Resolves with the instant that the ages count from, a whole second in ms since 1970.
 */
export async function loadState(
  admin: Pool,
  rows: FleetStateRows,
  options: LoadStateOptions = {},
): Promise<number> {
  const connection = await admin.getConnection();
  try {
    await connection.query("SET time_zone = '+00:00'");
    const nowMs =
      options.nowMs === undefined ? await databaseNowMs(connection) : Math.floor(options.nowMs / 1000) * 1000;
    const names = options.tableNames ?? TABLE_NAMES.jetmon;
    const other = otherProcessHealth(names);
    await connection.query(
      rows.other_process_health === undefined
        ? `DROP TABLE IF EXISTS ${other}`
        : `CREATE TABLE IF NOT EXISTS ${other} LIKE ${names.process_health}`,
    );
    await connection.beginTransaction();
    await replaceRows(connection, rows, names, nowMs);
    await connection.commit();
    connection.release();
    return nowMs;
  } catch (error) {
    // Closing the connection rolls back.
    connection.destroy();
    throw error;
  }
}

async function replaceRows(
  connection: PoolConnection,
  rows: FleetStateRows,
  names: TableNames,
  nowMs: number,
): Promise<void> {
  for (const table of Object.values(names)) {
    if (table !== null) await connection.query(`DELETE FROM ${table}`);
  }
  const putAll = async <Row>(
    table: string | null,
    list: readonly Row[] | undefined,
    values: (row: Row, nowMs: number, index: number) => readonly RowValues[],
  ) => {
    const all = (list ?? []).flatMap((row, index) => values(row, nowMs, index));
    if (all.length === 0) return;
    if (table === null) throw new Error('the state has rows of a table that the database does not have');
    await insertRows(connection, table, all);
  };
  const put = <Row>(
    table: string | null,
    list: readonly Row[] | undefined,
    values: (row: Row, nowMs: number) => RowValues,
  ) => putAll(table, list, (row, now) => [values(row, now)]);
  const putDeliveries = (kind: DeliveryKind, table: string, labels: readonly DeliveryRows[]) =>
    putAll(table, labels, (label, now, index) => deliveryValues(kind, label, index + 1, now));
  await put(names.process_health, rows.jetmon_process_health, processValues);
  if (rows.other_process_health !== undefined) {
    const other = otherProcessHealth(names);
    await connection.query(`DELETE FROM ${other}`);
    await put(other, rows.other_process_health, processValues);
  }
  await put(names.hosts, rows.jetmon_hosts, hostValues);
  await putDeliveries('webhook', names.webhook_deliveries, rows.jetmon_webhook_deliveries);
  await putDeliveries('alert', names.alert_deliveries, rows.jetmon_alert_deliveries);
  const sites = rows.jetpack_monitor_sites.map((row, index) => ({
    ...row,
    jetpack_monitor_site_id: row.jetpack_monitor_site_id ?? index + 1,
  }));
  if (names.site_runtime === null) {
    await put(names.sites, sites, siteValues);
  } else {
    await put(names.sites, sites, bareSiteValues);
    await putAll(names.site_runtime, sites, siteRuntimeValues);
  }
  await put(names.events, rows.jetmon_events, eventValues);
  await put(names.range_locks, rows.jetpack_monitor_rollout_range_locks, rangeLockValues);
  await putAll(names.bucket_locks, rows.jetpack_monitor_rollout_bucket_locks, bucketLockValues);
  await put(names.rollout_sessions, rows.jetpack_monitor_rollout_sessions, sessionValues);
  await put(names.rollout_jobs, rows.jetpack_monitor_rollout_jobs, jobValues);
  await put(names.veriflier_vantages, rows.jetpack_monitor_veriflier_vantages, vantageValues);
  await put(names.veriflier_agents, rows.jetpack_monitor_veriflier_agents, agentValues);
}

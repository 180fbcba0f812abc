import type { DeliveryKind } from 'fleet-core/contract/delivery';
import { TABLE_NAMES, type TableNames } from 'fleet-core/sql/table-names';
import type { Pool, PoolConnection } from 'mysql2/promise';
import { databaseNowMs } from './database-now.ts';
import type { DeliveryRows, FleetStateRows } from './fleet-state.ts';
import { insertRows } from './insert-rows.ts';
import {
  deliveryValues,
  eventValues,
  hostValues,
  processValues,
  type RowValues,
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
 * Replaces all rows of the tables by this state, in one transaction: a reader sees the old rows or the new ones.
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
    await connection.beginTransaction();
    await replaceRows(connection, rows, options.tableNames ?? TABLE_NAMES.jetmon, nowMs);
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
  for (const table of Object.values(names)) await connection.query(`DELETE FROM ${table}`);
  const put = <Row>(table: string, list: readonly Row[], values: (row: Row, nowMs: number) => RowValues) => {
    const all = list.map((row) => values(row, nowMs));
    return insertRows(connection, table, all);
  };
  const putDeliveries = (kind: DeliveryKind, table: string, labels: readonly DeliveryRows[]) => {
    const all = labels.flatMap((label, index) => deliveryValues(kind, label, index + 1, nowMs));
    return insertRows(connection, table, all);
  };
  await put(names.process_health, rows.jetmon_process_health, processValues);
  await put(names.hosts, rows.jetmon_hosts, hostValues);
  await putDeliveries('webhook', names.webhook_deliveries, rows.jetmon_webhook_deliveries);
  await putDeliveries('alert', names.alert_deliveries, rows.jetmon_alert_deliveries);
  await put(names.sites, rows.jetpack_monitor_sites, siteValues);
  await put(names.events, rows.jetmon_events, eventValues);
}

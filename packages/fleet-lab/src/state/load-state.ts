import { TABLE_NAMES, type TableNames } from 'fleet-core/sql/table-names';
import type { Pool, PoolConnection } from 'mysql2/promise';
import { databaseNowMs } from './database-now.ts';
import type { FleetStateRows } from './fleet-state.ts';
import { insertRows } from './insert-rows.ts';
import { deliveryValues, eventValues, hostValues, processValues, siteValues } from './row-values.ts';

/** Where and when a state is loaded. */
export interface LoadStateOptions {
  /** The instant that ages count from, in ms since 1970; the database's clock unless told otherwise. */
  readonly nowMs?: number;
  /** Table names; the `jetmon_*` ones unless told otherwise. */
  readonly tableNames?: TableNames;
}

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
  const put = insertRows.bind(null, connection);
  await put(
    names.process_health,
    rows.jetmon_process_health.map((row) => processValues(row, nowMs)),
  );
  await put(
    names.hosts,
    rows.jetmon_hosts.map((row) => hostValues(row, nowMs)),
  );
  const webhooks = rows.jetmon_webhook_deliveries;
  await put(
    names.webhook_deliveries,
    webhooks.flatMap((label, index) => deliveryValues('webhook', label, index + 1, nowMs)),
  );
  const alerts = rows.jetmon_alert_deliveries;
  await put(
    names.alert_deliveries,
    alerts.flatMap((label, index) => deliveryValues('alert', label, index + 1, nowMs)),
  );
  await put(
    names.sites,
    rows.jetpack_monitor_sites.map((row) => siteValues(row, nowMs)),
  );
  await put(
    names.events,
    rows.jetmon_events.map((row) => eventValues(row, nowMs)),
  );
}

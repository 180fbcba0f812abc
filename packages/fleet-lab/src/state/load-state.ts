import type { Pool, PoolConnection } from 'mysql2/promise';
import { JETMON_TABLES, type TableNames } from '../database/table-names.ts';
import { databaseNow } from './database-now.ts';
import type { FleetStateRows } from './fleet-state.ts';
import { insertRows } from './insert-rows.ts';
import {
  bucketOwnerTableRow,
  deliveryTableRows,
  eventTableRow,
  processTableRow,
  siteTableRow,
} from './table-rows.ts';

/** Where and when a state is loaded. */
export interface LoadOptions {
  /** The instant that ages count from, in ms since 1970; the database's clock unless told otherwise. */
  readonly nowMs?: number;
  /** Table names; the `jetmon_*` ones unless told otherwise. */
  readonly tableNames?: TableNames;
}

/**
 * Replaces all rows of the tables by this state, in one transaction: a reader sees the old rows or the new ones.
 * Resolves with the instant that the ages count from, a whole second.
 */
export async function loadState(admin: Pool, rows: FleetStateRows, options: LoadOptions = {}): Promise<Date> {
  const connection = await admin.getConnection();
  try {
    await connection.query("SET time_zone = '+00:00'");
    const now =
      options.nowMs === undefined
        ? await databaseNow(connection)
        : new Date(Math.floor(options.nowMs / 1000) * 1000);
    await connection.beginTransaction();
    await replaceRows(connection, rows, options.tableNames ?? JETMON_TABLES, now);
    await connection.commit();
    connection.release();
    return now;
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
  now: Date,
): Promise<void> {
  for (const table of Object.values(names)) await connection.query(`DELETE FROM ${table}`);
  const put = insertRows.bind(null, connection);
  await put(
    names.processHealth,
    rows.jetmon_process_health.map((row) => processTableRow(row, now)),
  );
  await put(
    names.hosts,
    rows.jetmon_hosts.map((row) => bucketOwnerTableRow(row, now)),
  );
  const webhooks = rows.jetmon_webhook_deliveries;
  await put(
    names.webhookDeliveries,
    webhooks.flatMap((label, index) => deliveryTableRows('webhook', label, index + 1, now)),
  );
  const alerts = rows.jetmon_alert_deliveries;
  await put(
    names.alertDeliveries,
    alerts.flatMap((label, index) => deliveryTableRows('alert', label, index + 1, now)),
  );
  await put(
    names.sites,
    rows.jetpack_monitor_sites.map((row) => siteTableRow(row, now)),
  );
  await put(
    names.events,
    rows.jetmon_events.map((row) => eventTableRow(row, now)),
  );
}

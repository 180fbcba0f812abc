import type { Pool } from 'mysql2/promise';
import { toUtcDateTime } from '../domain/instant.ts';

/** Values by column; a column that is left out gets its default. */
export type RowValues = Record<string, string | number | null>;

/** Inserts one row. */
export async function insertRow(admin: Pool, table: string, row: RowValues): Promise<void> {
  await admin.query('INSERT INTO ?? SET ?', [table, row]);
}

/** The columns of process health that have no default. */
export function processColumns(host_id: string, process_type = 'monitor'): RowValues {
  return { process_id: `${host_id}:${process_type}`, host_id, process_type };
}

let transition = 0;

/** A delivery of either table, never the same one twice. Times are milliseconds since 1970. */
export function deliveryColumns(
  kind: 'webhook' | 'alert',
  status: string,
  times: Record<string, number | null> = {},
): RowValues {
  const at = Object.entries(times).map(([column, ms]) => [column, ms === null ? null : toUtcDateTime(ms)]);
  return {
    ...(kind === 'webhook' ? { webhook_id: 1 } : { alert_contact_id: 1, severity: 4 }),
    transition_id: ++transition,
    event_id: 1,
    event_type: 'event.opened',
    payload: '{}',
    status,
    ...Object.fromEntries(at),
  };
}

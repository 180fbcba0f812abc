import { TABLE_NAMES, type TableNames } from 'fleet-core/sql/schema/table-names';
import type { Pool, RowDataPacket } from 'mysql2/promise';
import * as z from 'zod/mini';
import { FleetStateRows } from '../state/fleet-state.ts';

const RawRow = z.record(z.string(), z.unknown());
type RawRow = z.infer<typeof RawRow>;
const StoredDependencies = z.nullable(z.array(z.looseObject({ checked_at: z.string() })));

/** Reads the tables that every database has back as a state whose ages count from `nowMs`; alike deliveries are one label again. */
export async function readState(
  admin: Pool,
  nowMs: number,
  tables: TableNames = TABLE_NAMES.jetmon,
): Promise<FleetStateRows> {
  const read = async (sql: string): Promise<RawRow[]> => {
    const [rows] = await admin.query<RowDataPacket[]>(sql);
    return z.array(RawRow).parse(rows.map((row) => ({ ...row })));
  };
  const ageSec = (value: unknown): number | null =>
    value === null ? null : (nowMs - z.date().parse(value).getTime()) / 1000;
  /** Renames `from` columns, which hold instants, to ages. */
  const withAges = (row: RawRow, ages: Record<string, string>, drop: readonly string[] = []): RawRow => {
    const kept = Object.entries(row).filter(([column]) => !(column in ages) && !drop.includes(column));
    const aged = Object.entries(ages).map(([column, age]) => [age, ageSec(row[column])]);
    return Object.fromEntries([...kept, ...aged]);
  };
  const deliveries = async (table: string, target: string): Promise<RawRow[]> => {
    const rows = await read(
      `SELECT status, COUNT(*) AS count, created_at, next_attempt_at, last_attempt_at, delivered_at
       FROM ${table} GROUP BY ${target}, status, created_at, next_attempt_at, last_attempt_at, delivered_at
       ORDER BY ${target}`,
    );
    return rows.map((row) => {
      const next = ageSec(row.next_attempt_at);
      const ages = {
        created_at: 'created_age',
        last_attempt_at: 'last_attempt_age',
        delivered_at: 'delivered_age',
      };
      return {
        ...withAges(row, ages, ['next_attempt_at']),
        next_attempt_in: next === null ? null : 0 - next,
      };
    });
  };
  const processes = await read(`SELECT * FROM ${tables.process_health} ORDER BY CAST(process_id AS BINARY)`);
  const hosts = await read(`SELECT * FROM ${tables.hosts} ORDER BY CAST(host_id AS BINARY)`);
  const events = await read(
    `SELECT blog_id, check_type, state, started_at, ended_at, endpoint_id FROM ${tables.events} ORDER BY id`,
  );
  const sites = await read(
    `SELECT site.blog_id, bucket_no, monitor_active, site_status, last_checked_at, check_interval FROM ${tables.sites} AS site
     ${tables.site_runtime === null ? '' : `LEFT JOIN ${tables.site_runtime} ON source_site_id = jetpack_monitor_site_id`}
     ORDER BY jetpack_monitor_site_id`,
  );
  return FleetStateRows.parse({
    jetmon_process_health: processes.map((row) => ({
      ...withAges(row, { started_at: 'started_at_age', updated_at: 'updated_at_age' }, ['created_at']),
      dependency_health: dependencies(row.dependency_health, ageSec),
    })),
    jetmon_hosts: hosts.map((row) => withAges(row, { last_heartbeat: 'last_heartbeat_age' })),
    jetmon_webhook_deliveries: await deliveries(tables.webhook_deliveries, 'webhook_id'),
    jetmon_alert_deliveries: await deliveries(tables.alert_deliveries, 'alert_contact_id'),
    jetpack_monitor_sites: sites.map((row) => withAges(row, { last_checked_at: 'last_checked_age' })),
    jetmon_events: events.map((row) => withAges(row, { started_at: 'started_age', ended_at: 'ended_age' })),
  });
}

/** MariaDB hands the column over as text, MySQL as the value. */
function dependencies(column: unknown, ageSec: (value: Date) => number | null): unknown {
  const entries = StoredDependencies.parse(typeof column === 'string' ? JSON.parse(column) : column);
  return (
    entries?.map(({ checked_at, ...entry }) => ({
      ...entry,
      checked_at_age: ageSec(new Date(checked_at)),
    })) ?? null
  );
}

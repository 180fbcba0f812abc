import { TABLE_NAMES } from 'fleet-core/sql/schema/table-names';
import type { RowDataPacket } from 'mysql2/promise';
import { describe, expect, test } from 'vitest';
import { createTestDatabase } from '../testing/create-test-database.ts';
import { useTestDatabase } from '../testing/use-test-database.ts';
import type { SchemaOptions } from './jetmon-tables.ts';

const database = useTestDatabase();

/** Every key of a table as `column,column`, unique ones marked. */
async function indexes(table: string): Promise<string[]> {
  const [rows] = await database().admin.query<RowDataPacket[]>(`SHOW INDEX FROM ${table}`);
  const keys = new Map<string, string>();
  for (const row of rows) {
    const name = String(row.Key_name);
    const before = keys.get(name);
    keys.set(
      name,
      before === undefined
        ? `${row.Non_unique ? '' : 'unique '}${row.Column_name}`
        : `${before},${row.Column_name}`,
    );
  }
  return [...keys.values()].sort();
}

test('process health can be found by type, host, state and health, each with its time', async () => {
  expect(await indexes('jetmon_process_health')).toEqual([
    'health_status,updated_at',
    'host_id,updated_at',
    'process_type,updated_at',
    'state,updated_at',
    'unique process_id',
  ]);
});

describe.each([
  ['jetmon_webhook_deliveries', 'webhook_id'],
  ['jetmon_alert_deliveries', 'alert_contact_id'],
])('%s', (table, target) => {
  test(`has one row per ${target} and transition, and an index for each status by time`, async () => {
    expect(await indexes(table)).toEqual(
      [
        'event_id',
        'status,created_at',
        'status,delivered_at',
        'status,last_attempt_at',
        'status,next_attempt_at',
        'unique id',
        `unique ${target},transition_id`,
        `${target},created_at`,
      ].sort(),
    );
  });
});

test('no index over sites holds site_status and none starts with blog_id', async () => {
  expect(await indexes('jetpack_monitor_sites')).toEqual([
    'bucket_no,monitor_active',
    'bucket_no,monitor_active,last_checked_at',
    'monitor_active,last_checked_at,blog_id,bucket_no',
    'unique jetpack_monitor_site_id',
  ]);
});

test('events are indexed by blog, type, cause and open identity', async () => {
  expect(await indexes('jetmon_events')).toEqual([
    'blog_id,ended_at',
    'blog_id,started_at',
    'cause_event_id',
    'check_type,started_at',
    'unique dedup_key',
    'unique id',
  ]);
});

test('an event has an identity while open and none once ended, so the same fault may recur', async () => {
  const { admin } = database();
  const open = `INSERT INTO jetmon_events (blog_id, check_type, severity, state) VALUES (7, 'http', 4, 'Down')`;
  await admin.query(open);
  await expect(admin.query(open)).rejects.toMatchObject({ code: 'ER_DUP_ENTRY' });
  await admin.query('UPDATE jetmon_events SET ended_at = CURRENT_TIMESTAMP(3)');
  await admin.query(open);
  const [rows] = await admin.query<RowDataPacket[]>('SELECT dedup_key FROM jetmon_events ORDER BY id');
  expect(rows.map((row) => row.dedup_key)).toEqual([null, '7:0:http:']);
});

async function columns(schema: SchemaOptions, table: string): Promise<string[]> {
  const other = await createTestDatabase(schema);
  const [rows] = await other.admin.query<RowDataPacket[]>(`SHOW COLUMNS FROM ${table}`);
  await other.drop();
  return rows.map((row) => String(row.Field));
}

test('a database before schema 26 has no rss_mem_mb', async () => {
  expect(await columns({}, 'jetmon_process_health')).toContain('rss_mem_mb');
  expect(await columns({ rssColumn: false }, 'jetmon_process_health')).not.toContain('rss_mem_mb');
});

test('later databases name the same tables jetpack_monitor_*, and have more', async () => {
  const schema = { tableNames: TABLE_NAMES.jetpack_monitor };
  const processColumns = await columns(schema, 'jetpack_monitor_process_health');
  expect(processColumns).toContain('dependency_health');
  expect(processColumns).toContain('runtime_goroutines_created');
  expect(await columns(schema, 'jetpack_monitor_events')).toContain('dedup_key');
  expect(await columns(schema, 'jetpack_monitor_sites')).not.toContain('last_checked_at');
  expect(await columns(schema, 'jetpack_monitor_site_runtime')).toContain('last_checked_at');
  expect(await columns(schema, 'jetpack_monitor_rollout_bucket_locks')).toContain('range_lock_id');
});

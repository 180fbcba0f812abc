import type { RowValues } from 'fleet-lab/state/row-values';
import { describe, expect, it } from 'vitest';
import { useQueriedDatabase } from '../testing/database/use-queried-database.ts';
import { processColumns } from '../testing/states/required-columns.ts';
import { processHealth } from './process-health.ts';
import { TABLE_NAMES } from './schema/table-names.ts';

const FULL: RowValues = {
  ...processColumns('jetmon-\u{1f600}'),
  pid: 4294967295,
  version: '2.0.0',
  build_date: '2026-04-28',
  go_version: 'go1.24',
  state: 'running',
  health_status: 'amber',
  started_at: '2026-04-30 12:00:00',
  updated_at: '2026-04-30 13:59:56',
  bucket_min: 0,
  bucket_max: 333,
  bucket_ownership: 'pinned range=0-333',
  api_port: 8090,
  dashboard_port: 8080,
  delivery_workers_enabled: 1,
  delivery_owner_host: 'jetmon-d',
  worker_count: 256,
  active_checks: 128,
  queue_depth: 40,
  retry_queue_size: 2,
  wpcom_circuit_open: 1,
  wpcom_queue_depth: 3,
  go_sys_mem_mb: 96,
  rss_mem_mb: 120,
  dependency_health:
    '[{"name":"mysql","status":"red","latency_ms":3.5,"last_error":"refused","checked_at":"2026-04-30T13:59:56Z"}]',
  created_at: '2026-04-01 00:00:00',
};

const { database, insert, run } = useQueriedDatabase({ anyTextInDependencyHealth: true });
const older = useQueriedDatabase({ rssColumn: false });
const later = useQueriedDatabase({ tableNames: TABLE_NAMES.jetpack_monitor });

/** What is read of a table that holds this row alone. */
async function readRow(row: RowValues) {
  await database().admin.query('DELETE FROM jetmon_process_health');
  await insert('jetmon_process_health', row);
  const { rows } = await run(processHealth(TABLE_NAMES.jetmon));
  expect(rows).toHaveLength(1);
  return rows[0];
}

it('an empty table gives no processes', async () => {
  await database().admin.query('DELETE FROM jetmon_process_health');
  expect(await run(processHealth(TABLE_NAMES.jetmon))).toEqual({ rows: [], unreadable: [] });
});

it('every column is read, flags as booleans, times as UTC', async () => {
  const { started_at, updated_at, created_at, dependency_health, ...columns } = FULL;
  expect(await readRow(FULL)).toEqual({
    reported: { ...columns, delivery_workers_enabled: true, wpcom_circuit_open: true },
    started_at_ms: Date.UTC(2026, 3, 30, 12),
    updated_at_ms: Date.UTC(2026, 3, 30, 13, 59, 56),
    created_at_ms: Date.UTC(2026, 3, 1),
    dependency_health: [
      {
        name: 'mysql',
        status: 'red',
        latency_ms: 3.5,
        last_error: 'refused',
        checked_at: '2026-04-30T13:59:56Z',
      },
    ],
    dependency_health_readable: true,
  });
});

const RUNTIME = {
  runtime_goroutines: 120,
  runtime_goroutines_runnable: 3,
  runtime_goroutines_running: 2,
  runtime_goroutines_waiting: 110,
  runtime_goroutines_not_in_go: 5,
  runtime_goroutines_created: 5_000_000_000,
  runtime_threads: 14,
};

it('a later table tells of goroutines and threads; of an older one they are left out, and are not null', async () => {
  const table = TABLE_NAMES.jetpack_monitor.process_health;
  await later.insert(table, { ...processColumns('x'), ...RUNTIME });
  const { rows } = await later.run(processHealth(TABLE_NAMES.jetpack_monitor));
  expect(rows[0]?.reported).toMatchObject(RUNTIME);
  expect(Object.keys((await readRow(processColumns('x')))?.reported ?? {}).join()).not.toContain('runtime');
});

it('a process that wrote only its name has defaults, and null where nothing is known', async () => {
  expect(await readRow(processColumns('x'))).toMatchObject({
    reported: {
      process_id: 'x:monitor',
      pid: 0,
      state: 'starting',
      health_status: 'green',
      bucket_min: null,
      bucket_max: null,
      api_port: null,
      dashboard_port: null,
      delivery_workers_enabled: false,
      wpcom_circuit_open: false,
      rss_mem_mb: 0,
    },
    started_at_ms: null,
    dependency_health: [],
    dependency_health_readable: true,
  });
});

it('a flag of any other number than 0 is set', async () => {
  expect(await readRow({ ...FULL, delivery_workers_enabled: 255 })).toMatchObject({
    reported: { delivery_workers_enabled: true },
  });
});

it('before schema 26 the resident memory is not known, which is not zero', async () => {
  const { rss_mem_mb, ...columns } = FULL;
  await older.insert('jetmon_process_health', columns);
  const [row] = (await older.run(processHealth(TABLE_NAMES.jetmon))).rows;
  expect(row?.reported).toMatchObject({
    rss_mem_mb: null,
    go_sys_mem_mb: 96,
    process_id: 'jetmon-\u{1f600}:monitor',
  });
});

it('a column that only a later schema has is left out', async () => {
  await database().admin.query('ALTER TABLE jetmon_process_health ADD COLUMN newer INT NOT NULL DEFAULT 1');
  const row = await readRow(FULL);
  await database().admin.query('ALTER TABLE jetmon_process_health DROP COLUMN newer');
  expect(row?.reported).not.toHaveProperty('newer');
});

it('a start at the zero date is no start, and a heartbeat no heartbeat', async () => {
  const connection = await database().admin.getConnection();
  await connection.query('DELETE FROM jetmon_process_health');
  await connection.query("SET SESSION sql_mode = ''");
  const zero = { ...FULL, started_at: '0000-00-00 00:00:00', updated_at: '0000-00-00 00:00:00' };
  await connection.query('INSERT INTO jetmon_process_health SET ?', [zero]);
  connection.destroy();
  const { rows } = await run(processHealth(TABLE_NAMES.jetmon));
  expect(rows).toMatchObject([{ started_at_ms: null, updated_at_ms: null }]);
});

describe('dependency health', () => {
  it.each([
    ['null', null, [], true],
    ['an empty text', '', [], true],
    ['a JSON null', 'null', [], true],
    ['an empty list', '[]', [], true],
    ['text that is no JSON', '[{"name":', [], false],
    ['an object', '{"name":"mysql"}', [], false],
    [
      'a list with something else in it',
      '[1, {"name":"a","status":"red"}]',
      [{ name: 'a', status: 'red' }],
      false,
    ],
  ])('that is %s', async (_, dependency_health, entries, readable) => {
    expect(await readRow({ ...FULL, dependency_health })).toMatchObject({
      reported: { process_id: FULL.process_id },
      dependency_health: entries,
      dependency_health_readable: readable,
    });
  });

  it.each([
    [65_537, 'red', undefined],
    [1_000_000, 'red', undefined],
    [1_000_001, undefined, true],
  ])('a list of %i characters with a red entry at its end', async (length, status, tooLong) => {
    const end = '{"name":"mysql","status":"red"}]';
    const dependency_health = `[${' '.repeat(length - 1 - end.length)}${end}`;
    const row = await readRow({ ...FULL, dependency_health });
    expect(row?.dependency_health[0]?.status).toBe(status);
    expect(row?.dependency_health_too_long).toBe(tooLong);
    expect(row?.dependency_health_readable).toBe(tooLong === undefined);
  });

  it('one process with unreadable dependency health hides no other', async () => {
    await database().admin.query('DELETE FROM jetmon_process_health');
    await insert('jetmon_process_health', {
      ...processColumns('a'),
      dependency_health: '{',
    });
    await insert('jetmon_process_health', {
      ...processColumns('b'),
      dependency_health: '[]',
    });
    const { rows } = await run(processHealth(TABLE_NAMES.jetmon));
    expect(rows.map((row) => row.dependency_health_readable).sort()).toEqual([false, true]);
  });
});

describe('a column that the database lacks', () => {
  const WHO_AND_HOW = ['process_id', 'host_id', 'process_type', 'state', 'health_status', 'updated_at'];
  const OTHERS = Object.keys(FULL).filter((column) => !WHO_AND_HOW.includes(column));
  const lacking = useQueriedDatabase();

  async function without(column: string) {
    const { admin } = lacking.database();
    await admin.query('DROP TABLE IF EXISTS whole');
    await admin.query('CREATE TABLE whole LIKE jetmon_process_health');
    await admin.query(`ALTER TABLE whole DROP COLUMN ${column}`);
    const { [column]: _, ...row } = FULL;
    await admin.query('INSERT INTO whole SET ?', [row]);
    return lacking.run(processHealth({ ...TABLE_NAMES.jetmon, process_health: 'whole' }));
  }

  it.each(OTHERS)('%s is absent, and hides nothing else', async (column) => {
    const { rows, unreadable } = await without(column);
    expect(unreadable).toEqual([]);
    expect(rows).toHaveLength(1);
    const reported = new Map(Object.entries(rows[0]?.reported ?? {}));
    expect(reported.get('health_status')).toBe('amber');
    if (reported.has(column)) expect(['', null]).toContain(reported.get(column));
  });

  it.each(WHO_AND_HOW.slice(1))(
    '%s is a fault of the table: without it nobody can be judged',
    async (column) => {
      await expect(without(column)).rejects.toThrow();
    },
  );
});

it.each(['worker_count', 'queue_depth', 'bucket_min', 'pid'])(
  'a number in %s that is no count hides nothing else of the process',
  async (column) => {
    const { admin } = database();
    await admin.query(`ALTER TABLE jetmon_process_health MODIFY ${column} BIGINT NULL`);
    expect((await readRow({ ...FULL, [column]: -1 }))?.reported).toMatchObject({
      [column]: null,
      health_status: 'amber',
    });
  },
);

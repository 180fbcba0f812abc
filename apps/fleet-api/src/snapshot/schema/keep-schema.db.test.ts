import { TABLE_NAMES } from 'fleet-core/sql/schema/table-names';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { createTestDatabase } from 'fleet-lab/testing/create-test-database';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { connectionsForTest, databaseForTest } from '../../../trial/harness/fixtures/for-one-test.ts';
import type { Database } from '../../database/database.ts';
import { DatabaseFailure } from '../../database/database-failure.ts';
import { keepSchema } from './keep-schema.ts';

const DEADLINE_MS = 20_000;
const ONE = { sql: 'SELECT 1 AS one', params: [], read: () => 1 };

let lab: LabDatabase;
let database: Database;
beforeEach(async () => {
  lab = await databaseForTest();
  database = connectionsForTest(lab.reader, DEADLINE_MS);
});
afterEach(() => void vi.useRealTimers());

/** Lets time pass for what is known, which nobody waits for. */
function pass(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}

/** The database, with a note of each statement. */
function noted(asked: string[]): Database {
  return {
    ...database,
    read: (query, deadlineMs) => {
      asked.push(query.sql);
      return database.read(query, deadlineMs);
    },
  };
}

const rename = (from: string, to: string) =>
  lab.admin.query(
    `RENAME TABLE ${['process_health', 'hosts', 'webhook_deliveries', 'alert_deliveries', 'events']
      .map((table) => `${from}_${table} TO ${to}_${table}`)
      .join(', ')}`,
  );
const report = (prefix: string) =>
  lab.admin.query(
    `INSERT INTO ${prefix}_process_health (process_id, host_id, process_type) VALUES ('a:monitor', 'a', 'monitor')`,
  );

describe('how often it is looked up', () => {
  it('once, however often it is asked for and however many connections are opened', async () => {
    const asked: string[] = [];
    const schemas = keepSchema(noted(asked), null);
    const first = await schemas.now(DEADLINE_MS);
    for (let look = 0; look < 3; look++) expect(await schemas.now(DEADLINE_MS)).toBe(first);
    await Promise.all(Array.from({ length: 4 }, () => database.read(ONE, DEADLINE_MS)));
    expect(await schemas.now(DEADLINE_MS)).toBe(first);
    expect(asked).toHaveLength(1);
  });

  it('once for all who ask at the same time', async () => {
    const asked: string[] = [];
    const schemas = keepSchema(noted(asked), null);
    await Promise.all([schemas.now(DEADLINE_MS), schemas.now(DEADLINE_MS)]);
    expect(asked).toHaveLength(1);
  });

  it('anew once another server answers', async () => {
    const asked: string[] = [];
    let met = 1;
    const schemas = keepSchema({ ...noted(asked), serversMet: () => met }, null);
    const first = await schemas.now(DEADLINE_MS);
    met = 2;
    for (let look = 0; look < 2; look++) expect(await schemas.now(DEADLINE_MS)).toBe(first);
    expect(asked).toHaveLength(2);
  });

  it('anew when another server answered others while it was looked up', async () => {
    const asked: string[] = [];
    let met = 1;
    const looked = noted(asked);
    const read: Database['read'] = async (query, deadlineMs) => {
      const found = await looked.read(query, deadlineMs);
      met = 2;
      return found;
    };
    const schemas = keepSchema({ ...looked, read, serversMet: () => met }, null);
    for (let look = 0; look < 3; look++) await schemas.now(DEADLINE_MS);
    expect(asked).toHaveLength(2);
  });

  it('anew when the sessions were renewed', async () => {
    const asked: string[] = [];
    const schemas = keepSchema(noted(asked), null);
    await schemas.now(DEADLINE_MS);
    await database.renew();
    await database.read(ONE, DEADLINE_MS);
    for (let look = 0; look < 2; look++) await schemas.now(DEADLINE_MS);
    expect(asked).toHaveLength(2);
  });

  it.each([
    [59_999, 1],
    [60_000, 2],
  ])('after %i ms it was looked up %i times', async (ageMs, times) => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] });
    const asked: string[] = [];
    const schemas = keepSchema(noted(asked), null);
    await schemas.now(DEADLINE_MS);
    pass(ageMs);
    for (let look = 0; look < 2; look++) await schemas.now(DEADLINE_MS);
    expect(asked).toHaveLength(times);
  });

  it('anew after doubt, and the same object when nothing has changed', async () => {
    const schemas = keepSchema(database, null);
    const first = await schemas.now(DEADLINE_MS);
    schemas.doubt();
    expect(await schemas.now(DEADLINE_MS)).toBe(first);
    await rename('jetmon', 'jetpack_monitor');
    schemas.doubt();
    expect(await schemas.now(DEADLINE_MS)).toMatchObject({ table_prefix: 'jetpack_monitor' });
  });
});

describe('a look-up that takes too long', () => {
  const late = () => Promise.reject(new DatabaseFailure('timeout', 'locked'));

  it('leaves what was found before, and is tried again', async () => {
    let read: Database['read'] = database.read;
    const schemas = keepSchema({ ...database, read: (query, ms) => read(query, ms) }, null);
    const first = await schemas.now(DEADLINE_MS);
    await rename('jetmon', 'jetpack_monitor');
    schemas.doubt();
    read = late;
    expect(await schemas.now(DEADLINE_MS)).toBe(first);
    read = database.read;
    expect(await schemas.now(DEADLINE_MS)).toMatchObject({ table_prefix: 'jetpack_monitor' });
  });

  it('is a failure where nothing was found before', async () => {
    const schemas = keepSchema({ ...database, read: late }, null);
    await expect(schemas.now(DEADLINE_MS)).rejects.toMatchObject({ failureClass: 'timeout' });
  });
});

describe('the tables told without reading', () => {
  it('are those that were found, and before that those to be expected', async () => {
    await rename('jetmon', 'jetpack_monitor');
    const schemas = keepSchema(database, null);
    expect(schemas.tables()).toEqual(TABLE_NAMES.jetmon);
    await schemas.now(DEADLINE_MS);
    expect(schemas.tables()).toMatchObject({ hosts: 'jetpack_monitor_hosts', site_runtime: null });
    expect(keepSchema(database, 'jetpack_monitor').tables()).toEqual(TABLE_NAMES.jetpack_monitor);
  });
});

describe('tables of both names', () => {
  beforeEach(async () => {
    await lab.admin.query('CREATE TABLE jetpack_monitor_process_health LIKE jetmon_process_health');
  });

  it('those that report are read, and the others are told of', async () => {
    await report('jetmon');
    expect(await keepSchema(database, null).now(DEADLINE_MS)).toMatchObject({
      table_prefix: 'jetmon',
      other_tables: { table_prefix: 'jetpack_monitor', newest_heartbeat_ms: null },
    });
  });

  it('while processes report in both, what is shown does not change from look to look', async () => {
    const schemas = keepSchema(database, null);
    await report('jetmon');
    expect(await schemas.now(DEADLINE_MS)).toMatchObject({ table_prefix: 'jetmon' });
    await lab.admin.query('UPDATE jetmon_process_health SET updated_at = NOW() - INTERVAL 20 SECOND');
    await report('jetpack_monitor');
    schemas.doubt();
    expect(await schemas.now(DEADLINE_MS)).toMatchObject({ table_prefix: 'jetmon' });
    await lab.admin.query('UPDATE jetmon_process_health SET updated_at = NOW() - INTERVAL 10 MINUTE');
    schemas.doubt();
    expect(await schemas.now(DEADLINE_MS)).toMatchObject({ table_prefix: 'jetpack_monitor' });
  });

  it('those that were wanted are read, whoever reports', async () => {
    await report('jetmon');
    expect(await keepSchema(database, 'jetpack_monitor').now(DEADLINE_MS)).toMatchObject({
      table_prefix: 'jetpack_monitor',
      other_tables: { table_prefix: 'jetmon', newest_heartbeat_ms: expect.any(Number) },
    });
  });
});

describe('where nothing can be found', () => {
  const failure = (of: Database, wanted: 'jetpack_monitor' | null = null) =>
    keepSchema(of, wanted)
      .now(DEADLINE_MS)
      .then(
        () => undefined,
        (error: unknown) => error,
      );

  it('every name that was looked for is told', async () => {
    await lab.admin.query('DROP TABLE jetmon_process_health');
    expect(await failure(database)).toMatchObject({
      failureClass: 'schema',
      message:
        'the account sees no table jetmon_process_health and no table jetpack_monitor_process_health in the database',
    });
  });

  it('with a prefix that is wanted, that name alone', async () => {
    expect(await failure(database, 'jetpack_monitor')).toMatchObject({
      failureClass: 'schema',
      message: 'the account sees no table jetpack_monitor_process_health in the database',
    });
  });

  it.each([
    ['denied', 'information_schema, where the tables are looked for, could not be read'],
    ['unreachable', 'gone'],
  ] as const)('an information_schema that is %s', async (failureClass, message) => {
    const read = () => Promise.reject(new DatabaseFailure(failureClass, 'gone'));
    expect(await failure({ ...database, read })).toMatchObject({ failureClass, message });
  });

  it('an account that was not let in', async () => {
    const cause = Object.assign(new Error('Access denied'), { errno: 1045 });
    const read = () => Promise.reject(new DatabaseFailure('denied', 'not let in', { cause }));
    expect(await failure({ ...database, read })).toMatchObject({
      failureClass: 'denied',
      message: 'not let in',
    });
  });
});

it('a later database is known with all that it has', async () => {
  const later = await createTestDatabase({ tableNames: TABLE_NAMES.jetpack_monitor });
  onTestFinished(() => later.drop());
  const schemas = keepSchema(connectionsForTest(later.reader, DEADLINE_MS), null);
  expect(await schemas.now(DEADLINE_MS)).toMatchObject({
    table_prefix: 'jetpack_monitor',
    checks_in: ['site_runtime'],
    has_endpoint_ids: true,
    other_tables: null,
  });
  expect(schemas.tables()).toEqual(TABLE_NAMES.jetpack_monitor);
});

import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { startLabServer } from 'fleet-lab/database/lab-server';
import { dynamicHealthy } from 'fleet-lab/scenarios/rollout/dynamic-healthy';
import { loadState } from 'fleet-lab/state/load-state';
import { useTestDatabase } from 'fleet-lab/testing/use-test-database';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../src/database/database.ts';
import { startTestApi, type TestApi } from '../harness/fixtures/start-test-api.ts';
import { readerAccount } from '../harness/tables/reader-account.ts';

/** Longer than any read of these takes. */
const DEADLINE_MS = 20_000;

/** Of each snapshot: which sections could not be read. */
async function unreadSections({ url }: TestApi): Promise<string[]> {
  const answer = await fetch(`${url}/api/fleet`);
  expect(answer.status).toBe(200);
  const { sources } = FleetSnapshot.parse(await answer.json());
  return sources.filter(({ ok }) => !ok).map(({ name }) => name);
}

async function limitConnections(database: LabDatabase, most: number): Promise<void> {
  await database.admin.query(`ALTER USER ${await readerAccount(database)} WITH MAX_USER_CONNECTIONS ${most}`);
}

describe('with an account that may open few connections', () => {
  const database = useTestDatabase();
  beforeAll(() => loadState(database().admin, dynamicHealthy.build().rows));

  let api: TestApi | undefined;
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterEach(async () => {
    vi.useRealTimers();
    await api?.close();
  });

  it.each([1, 2, 3])('(MAX_USER_CONNECTIONS %d) every section is read, one after another', async (most) => {
    await limitConnections(database(), most);
    await expect.poll(() => countReaders(database())).toBe(0);
    api = await startTestApi(database().reader);
    for (let i = 0; i < 5; i++) {
      expect(await unreadSections(api)).toEqual([]);
      // Sessions end meanwhile, and others are opened in their places.
      vi.setSystemTime(Date.now() + 25_000);
    }
    expect(api.logged.filter((line) => 'failure_class' in line)).toEqual([]);
  });

  it('a read that finds no connection free in time says why', async () => {
    await limitConnections(database(), 1);
    await expect.poll(() => countReaders(database())).toBe(0);
    const locker = await database().admin.getConnection();
    const lock = `'${database().name}'`;
    const reader = openDatabase({ ...database().reader, statementTimeoutMs: DEADLINE_MS });
    const query = (sql: string) => ({ sql, params: [], read: () => sql });
    await reader.read(query('SELECT 1'), DEADLINE_MS);
    await locker.query(`SELECT GET_LOCK(${lock}, 0)`);
    const slow = reader.read(query(`SELECT GET_LOCK(${lock}, 20)`), DEADLINE_MS);
    const refused = reader.read(query('SELECT 2'), DEADLINE_MS);
    await expect.poll(() => reader.refusal()).toBeDefined();
    await expect(reader.read(query('SELECT 3'), 300)).rejects.toMatchObject({
      failureClass: 'too_many_connections',
      message: 'no connection became free within 300 ms, and the server grants no further one',
      errno: 1226,
    });
    await locker.query(`SELECT RELEASE_LOCK(${lock})`);
    locker.release();
    await slow;
    expect(await refused).toBe('SELECT 2');
    expect(await reader.read(query('SELECT 4'), DEADLINE_MS)).toBe('SELECT 4');
    reader.close();
  });
});

it('1, 2 or 3 free connections of a server of our own serve every section', async () => {
  const lab = await startLabServer({ databaseUrl: '', serverArguments: ['--max-connections=12'] });
  try {
    const database = await lab.createDatabase();
    await loadState(database.admin, dynamicHealthy.build().rows);
    const taken = await fill(database);
    for (let free = 1; free <= 3; free++) {
      await taken.pop()?.end();
      await expect.poll(() => countReaders(database)).toBe(taken.length);
      const api = await startTestApi(database.reader);
      for (let i = 0; i < 3; i++) expect(await unreadSections(api)).toEqual([]);
      await api.close();
      await expect.poll(() => countReaders(database)).toBe(taken.length);
    }
  } finally {
    await lab.stop();
  }
});

/** Takes every connection that the server has for accounts like the reader's. */
async function fill({ reader }: LabDatabase): Promise<Connection[]> {
  const { host, port, user, password } = reader;
  const taken: Connection[] = [];
  for (;;) {
    const connection = await createConnection({ host, port, user, password }).catch(() => null);
    if (connection === null) return taken;
    taken.push(connection);
  }
}

async function countReaders({ admin, reader }: LabDatabase): Promise<number> {
  const [rows] = await admin.query<RowDataPacket[]>(
    'SELECT id FROM information_schema.processlist WHERE user = ?',
    [reader.user],
  );
  return rows.length;
}

import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { type LabServer, startLabServer } from 'fleet-lab/database/lab-server';
import type { RowDataPacket } from 'mysql2';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type FaultProxy, startFaultProxy } from '../../trial/harness/network/fault-proxy.ts';
import { readerAccount } from '../../trial/harness/tables/reader-account.ts';
import { type Database, openDatabase } from './database.ts';

const DEADLINE_MS = 10_000;
/** Which session answers, and of which server. */
const WHO = {
  sql: 'SELECT CONNECTION_ID() AS id, @@port AS port, SLEEP(0.1) AS pause',
  params: [],
  read: (rows: unknown) => {
    const row = Object(Array.isArray(rows) ? rows[0] : undefined);
    return { id: Number(Reflect.get(row, 'id')), port: Number(Reflect.get(row, 'port')) };
  },
};

let servers: LabServer[];
let primary: LabDatabase;
let secondary: LabDatabase;
beforeAll(async () => {
  servers = await Promise.all([startLabServer({ databaseUrl: '' }), startLabServer({ databaseUrl: '' })]);
  [primary, secondary] = await Promise.all([createOn(0), createOn(1)]);
  const { user, password, database } = primary.reader;
  const from = (await readerAccount(primary)).split('@')[1];
  await secondary.admin.query(`CREATE DATABASE ${database}`);
  await secondary.admin.query(`CREATE USER '${user}'@${from} IDENTIFIED BY '${password}'`);
  await secondary.admin.query(`GRANT SELECT ON ${database}.* TO '${user}'@${from}`);
}, 60_000);
afterAll(() => Promise.all(servers.map((server) => server.stop())));

function createOn(place: number): Promise<LabDatabase> {
  const server = servers[place];
  if (server === undefined) throw new Error('there are two servers');
  return server.createDatabase();
}

let name: FaultProxy;
let database: Database;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  name = await startFaultProxy(primary.reader);
  database = openDatabase({ ...name.reader, statementTimeoutMs: 5000 });
});
afterEach(async () => {
  vi.useRealTimers();
  database.close();
  await name.close();
  await primary.admin.query('SET GLOBAL read_only = OFF');
});

/** Lets time pass for the sessions, which do not wait for it. */
function pass(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}

/** Four reads side by side, as many as there are connections: which sessions answered. */
async function readOnAll() {
  const answers = await Promise.all(Array.from({ length: 4 }, () => database.read(WHO, DEADLINE_MS)));
  return { ids: answers.map(({ id }) => id).sort(), ports: [...new Set(answers.map(({ port }) => port))] };
}

async function sessionsOn({ admin }: LabDatabase, condition = ''): Promise<number> {
  const [rows] = await admin.query<RowDataPacket[]>(
    `SELECT COUNT(*) AS sessions FROM information_schema.processlist WHERE user = ? ${condition}`,
    [primary.reader.user],
  );
  return Number(rows[0]?.sessions);
}

/** A read that the server has begun, and that waits there until it is told to end. */
async function startSlowRead() {
  await primary.admin.query("SELECT GET_LOCK('slow', 0)");
  const answer = database.read(
    { ...WHO, sql: WHO.sql.replace('SLEEP(0.1)', "GET_LOCK('slow', 4)") },
    DEADLINE_MS,
  );
  answer.catch(() => {});
  await expect.poll(() => sessionsOn(primary, "AND state = 'User lock'")).toBe(1);
  return {
    async end() {
      await primary.admin.query("SELECT RELEASE_LOCK('slow')");
      return answer;
    },
  };
}

it('a session serves for half a minute, and none for longer than a minute', async () => {
  const { ids } = await readOnAll();
  pass(29_000);
  expect((await readOnAll()).ids).toEqual(ids);
  pass(31_000);
  const after = await readOnAll();
  expect(after.ids.filter((id) => ids.includes(id))).toEqual([]);
  expect(name.mostConnectionsOpen()).toBeLessThanOrEqual(4);
  await expect.poll(() => sessionsOn(primary)).toBe(4);
  expect(database.serversMet()).toBe(1);
});

it('a read that lasts longer than its session may is not cut', async () => {
  const slow = await startSlowRead();
  pass(61_000);
  expect((await slow.end()).port).toBe(primary.reader.port);
  await expect.poll(() => sessionsOn(primary)).toBe(0);
});

it('when the name leads elsewhere, no session stays on the old server for longer than a minute', async () => {
  await readOnAll();
  name.switchTo(secondary.reader);
  expect((await readOnAll()).ports).toEqual([primary.reader.port]);
  pass(60_000);
  expect((await readOnAll()).ports).toEqual([secondary.reader.port]);
  await expect.poll(() => sessionsOn(primary)).toBe(0);
  expect(database.serversMet()).toBe(2);
});

it('the first session with another server under the same name ends all with the old one', async () => {
  await readOnAll();
  name.switchTo(secondary.reader);
  const [sessions] = await primary.admin.query<RowDataPacket[]>(
    'SELECT id FROM information_schema.processlist WHERE user = ? LIMIT 1',
    [primary.reader.user],
  );
  await primary.admin.query(`KILL ${sessions[0]?.id}`);
  await readOnAll();
  await expect.poll(() => sessionsOn(primary)).toBe(0);
  expect((await readOnAll()).ports).toEqual([secondary.reader.port]);
  expect(name.mostConnectionsOpen()).toBeLessThanOrEqual(4);
});

it('a server that has become read-only, or no longer is, ends all sessions of before', async () => {
  for (const becomes of ['ON', 'OFF']) {
    const { ids } = await readOnAll();
    await primary.admin.query(`SET GLOBAL read_only = ${becomes}`);
    pass(5000);
    expect((await readOnAll()).ids.filter((id) => ids.includes(id))).toEqual([]);
    await expect.poll(() => sessionsOn(primary)).toBe(4);
  }
});

it('a replica, read-only all the while, is read over the same sessions', async () => {
  await primary.admin.query('SET GLOBAL read_only = ON');
  const { ids } = await readOnAll();
  for (let i = 0; i < 4; i++) {
    pass(6000);
    expect((await readOnAll()).ids).toEqual(ids);
  }
});

it('when told to, all sessions are renewed between two reads', async () => {
  const { ids } = await readOnAll();
  const slow = await startSlowRead();
  database.renew();
  expect(ids).toContain((await slow.end()).id);
  expect((await readOnAll()).ids.filter((id) => ids.includes(id))).toEqual([]);
});

import { queryObjects } from 'node:v8';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { createTestDatabase } from 'fleet-lab/testing/create-test-database';
import { createPool } from 'mysql2';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFaultProxy } from '../testing/fault-proxy.ts';
import { killReader } from '../testing/reader-account.ts';
import { openDatabase } from './database.ts';

let database: LabDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** What a pool makes; the driver does not export it. */
async function poolConnectionClass(): Promise<typeof Object> {
  const pool = createPool({ ...database.reader, connectionLimit: 1 });
  const made = await new Promise<object>((resolve, reject) => {
    pool.getConnection((error, connection) => (error ? reject(error) : resolve(connection)));
  });
  await new Promise((resolve) => pool.end(resolve));
  return Object.assign(made.constructor);
}

it('a connection that the server ends as it is taken costs no read: a new one serves it', async () => {
  const reader = openDatabase({ ...database.reader, statementTimeoutMs: 2000 });
  const one = { sql: 'SELECT 1', params: [], read: () => 1 };
  for (let i = 0; i < 20; i++) {
    expect(await reader.read(one, 5000)).toBe(1);
    const [read, killed] = await Promise.all([reader.read(one, 5000), killReader(database)]);
    expect([read, killed]).toEqual([1, 1]);
  }
  reader.close();
});

it('connections that were dropped at a deadline are forgotten, socket and memory', async () => {
  const proxy = await startFaultProxy(database.reader);
  const access = { ...database.reader, host: proxy.host, port: proxy.port };
  const reader = openDatabase({ ...access, statementTimeoutMs: 1000 });
  const isPoolConnection = await poolConnectionClass();
  const one = { sql: 'SELECT 1', params: [], read: () => 1 };
  for (let i = 0; i < 20; i++) {
    expect(await reader.read(one, 5000)).toBe(1);
    await proxy.set({ kind: 'black-hole' });
    const outcome = await reader.read(one, 20).catch((error: Error) => error.name);
    expect(outcome).toBe('DatabaseFailure');
    await proxy.set({ kind: 'pass' });
  }
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(queryObjects(isPoolConnection, { format: 'count' })).toBeLessThan(8);
  expect(proxy.connectionsOpen()).toBe(0);
  reader.close();
  await proxy.close();
});

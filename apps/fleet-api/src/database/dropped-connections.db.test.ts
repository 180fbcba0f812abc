import { queryObjects } from 'node:v8';
import { useTestDatabase } from 'fleet-lab/testing/use-test-database';
import { createConnection } from 'mysql2';
import { expect, it } from 'vitest';
import { connectionsForTest, proxyForTest } from '../../trial/harness/fixtures/for-one-test.ts';
import { killReader } from '../../trial/harness/tables/reader-account.ts';

const database = useTestDatabase();

const ONE = { sql: 'SELECT 1', params: [], read: () => 1 };

/** A reader with a network between it and the database that can fail. */
async function readThroughProxy(statementTimeoutMs: number) {
  const proxy = await proxyForTest(database().reader);
  return { proxy, reader: connectionsForTest(proxy.reader, statementTimeoutMs) };
}

/** What the driver makes a connection of; it does not export it. */
async function connectionClass(): Promise<typeof Object> {
  const made = createConnection({ ...database().reader });
  await new Promise((resolve) => made.end(resolve));
  return Object.assign(made.constructor);
}

it('a connection that the server ends as it is taken costs no read: a new one serves it', async () => {
  const reader = connectionsForTest(database().reader, 2000);
  for (let i = 0; i < 20; i++) {
    expect(await reader.read(ONE, 5000)).toBe(1);
    const [read, killed] = await Promise.all([reader.read(ONE, 5000), killReader(database())]);
    expect(read).toBe(1);
    expect(killed).toBeGreaterThan(0);
  }
});

it.for([
  ['a greeting with a flipped bit', { kind: 'flip', bit: 300 }],
  ['a connection cut within the greeting', { kind: 'cut', afterBytes: 20 }],
  ['a connection cut while the session is set up', { kind: 'cut', afterBytes: 110 }],
  ['a network that swallows', { kind: 'black-hole' }],
] as const)(
  '%s: failing reads hold at most four sockets, and none once they have failed',
  async ([, fault]) => {
    const { proxy, reader } = await readThroughProxy(200);
    await proxy.set(fault);
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, () => reader.read(ONE, 300)));
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['rejected']));
    expect(proxy.mostConnectionsOpen()).toBeLessThanOrEqual(4);
    await expect.poll(() => proxy.connectionsOpen()).toBe(0);
  },
);

it('when one connection was found silent, the idle ones are dropped with it, and new ones serve', async () => {
  const { proxy, reader } = await readThroughProxy(1000);
  await Promise.all(Array.from({ length: 4 }, () => reader.read(ONE, 5000)));
  expect(proxy.connectionsOpen()).toBe(4);
  await proxy.set({ kind: 'black-hole' });
  await expect(reader.read(ONE, 20)).rejects.toThrow('within 20 ms');
  await expect.poll(() => proxy.connectionsOpen()).toBe(0);
  await proxy.set({ kind: 'pass' });
  expect(await reader.read(ONE, 5000)).toBe(1);
});

it('connections that were dropped at a deadline are forgotten, socket and memory', async () => {
  const { proxy, reader } = await readThroughProxy(1000);
  const isConnection = await connectionClass();
  for (let i = 0; i < 20; i++) {
    expect(await reader.read(ONE, 5000)).toBe(1);
    await proxy.set({ kind: 'black-hole' });
    const outcome = await reader.read(ONE, 20).catch((error: Error) => error.name);
    expect(outcome).toBe('DatabaseFailure');
    await proxy.set({ kind: 'pass' });
  }
  await expect.poll(() => proxy.connectionsOpen()).toBe(0);
  await expect.poll(() => queryObjects(isConnection, { format: 'count' })).toBeLessThan(8);
});

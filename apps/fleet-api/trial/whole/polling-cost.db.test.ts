import { setTimeout as pause } from 'node:timers/promises';
import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { largeFleet } from 'fleet-lab/scenarios/rollout/large';
import { seedExample } from 'fleet-lab/state/labelled-states';
import { loadState } from 'fleet-lab/state/load-state';
import { beforeAll, expect, it } from 'vitest';
import { apiForTest } from '../harness/fixtures/for-one-test.ts';
import { startTestApi } from '../harness/fixtures/start-test-api.ts';
import { useFleetDatabase } from '../harness/fixtures/use-fleet-database.ts';
import { readerStatistics, startCountingReaders } from '../harness/reader-statistics.ts';

/** The clock, the processes, the bucket owners and the two queues, which are one statement while both are quick. */
const STATEMENTS_PER_REFRESH = 5;
const LEAST_PER_REFRESH = 4;
/** Drift and site activity, which rest between their reads: three statements and two. */
const EXPENSIVE_STATEMENTS = 5;
const MOST_BYTES_PER_POLL = 100_000;

const database = useFleetDatabase(seedExample().rows);
beforeAll(() => startCountingReaders(database()));

it('200 cold clients cost ten statements on at most four connections', async () => {
  const before = await readerStatistics(database());
  const api = await startTestApi(database().reader, { FLEET_CACHE_TTL_MS: '30000' });
  const answers = await Promise.all(Array.from({ length: 200 }, () => fetch(`${api.url}/api/fleet`)));
  expect(answers.map((answer) => answer.status)).toEqual(Array(200).fill(200));
  await Promise.all(answers.map((answer) => answer.arrayBuffer()));
  await api.close();
  const after = await readerStatistics(database());
  expect(after.selects - before.selects).toBe(STATEMENTS_PER_REFRESH + EXPENSIVE_STATEMENTS);
  expect(after.connections - before.connections).toBeLessThanOrEqual(4);
  expect(after.writes).toBe(0);
});

it('many clients over many expiries cost two refreshes a lifetime at most, and nobody asking costs none', async () => {
  const ttlMs = 400;
  const api = await apiForTest(database().reader, { FLEET_CACHE_TTL_MS: String(ttlMs) });
  const before = await readerStatistics(database());
  const startMs = performance.now();
  const client = async () => {
    for (let poll = 0; poll < 20; poll++) {
      const answer = await fetch(`${api.url}/api/fleet`, { headers: { 'accept-encoding': 'br' } });
      expect(answer.status).toBe(200);
      await answer.arrayBuffer();
      await pause(80);
    }
  };
  await Promise.all(Array.from({ length: 32 }, client));
  const lifetimes = (performance.now() - startMs) / ttlMs;
  // A refresh that was begun for the last clients may still be under way.
  await pause(ttlMs);
  const after = await readerStatistics(database());
  const selects = after.selects - before.selects - EXPENSIVE_STATEMENTS;
  expect(selects / LEAST_PER_REFRESH).toBeGreaterThanOrEqual(2);
  expect(selects / STATEMENTS_PER_REFRESH).toBeLessThanOrEqual(Math.ceil(lifetimes * 2) + 1);

  await pause(2 * ttlMs);
  expect((await readerStatistics(database())).selects).toBe(after.selects);
});

it('a poll of a thousand processes takes at most 100 KB', async () => {
  await loadState(database().admin, largeFleet(1000).rows);
  const api = await apiForTest(database().reader);
  for (const encoding of ['br', 'gzip']) {
    const answer = await fetch(`${api.url}/api/fleet`, { headers: { 'accept-encoding': encoding } });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(Number(answer.headers.get('content-length'))).toBeLessThanOrEqual(MOST_BYTES_PER_POLL);
    expect(FleetSnapshot.parse(await answer.json()).processes).toHaveLength(1000);
  }
});

import { setTimeout as pause } from 'node:timers/promises';
import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { largeFleet } from 'fleet-lab/scenarios/rollout/large';
import { seedExample } from 'fleet-lab/state/labelled-states';
import { loadState } from 'fleet-lab/state/load-state';
import { beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { apiForTest } from '../../harness/fixtures/for-one-test.ts';
import { startTestApi } from '../../harness/fixtures/start-test-api.ts';
import { useFleetDatabase } from '../../harness/fixtures/use-fleet-database.ts';
import { readerStatistics, startCountingReaders } from '../../harness/tables/reader-statistics.ts';

/** The clock with the bucket owners, the processes, the two queues: in three statements while all are quick. */
const STATEMENTS_PER_REFRESH = 5;
const LEAST_PER_REFRESH = 3;
/** The schema, which is looked up once a minute; drift and site activity, which rest between their reads. */
const EXPENSIVE_STATEMENTS = 1 + 2 + 1;
const MOST_BYTES_PER_POLL = 100_000;
const SNAPSHOTS = 10;
/** Until one of so many found the database quick. */
const MOST_SNAPSHOTS = 300;

const database = useFleetDatabase(seedExample().rows);
beforeAll(() => startCountingReaders(database()));

it('200 cold clients cost nine statements, or ten where drift is counted slowly, on at most four connections', async () => {
  const before = await readerStatistics(database());
  const api = await startTestApi(database().reader, { FLEET_CACHE_TTL_MS: '30000' });
  const answers = await Promise.all(Array.from({ length: 200 }, () => fetch(`${api.url}/api/fleet`)));
  expect(answers.map((answer) => answer.status)).toEqual(Array(200).fill(200));
  await Promise.all(answers.map((answer) => answer.arrayBuffer()));
  // On a slow machine drift and site activity are not waited for, and come after the answers.
  const all = STATEMENTS_PER_REFRESH + EXPENSIVE_STATEMENTS;
  const selects = async () => (await readerStatistics(database())).selects - before.selects;
  await expect.poll(selects, { timeout: 15_000 }).toBeGreaterThanOrEqual(all);
  await api.close();
  const after = await readerStatistics(database());
  expect(after.connections - before.connections).toBeLessThanOrEqual(4);
  expect(after.selects - before.selects).toBeGreaterThanOrEqual(all);
  // A count that took long asks how far the sites go, for the next to be in ranges.
  expect(after.selects - before.selects).toBeLessThanOrEqual(all + 1);
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
  const after = await atRest(ttlMs);
  const selects = after.selects - before.selects - EXPENSIVE_STATEMENTS;
  expect(selects / LEAST_PER_REFRESH).toBeGreaterThanOrEqual(2);
  expect(selects / STATEMENTS_PER_REFRESH).toBeLessThanOrEqual(Math.ceil(lifetimes * 2) + 1);

  await pause(2 * ttlMs);
  expect((await readerStatistics(database())).selects).toBe(after.selects);
});

/** The statistics once nothing has been read for so long. */
async function atRest(forMs: number) {
  for (let before = await readerStatistics(database()); ; ) {
    await pause(forMs);
    const now = await readerStatistics(database());
    if (now.selects === before.selects) return now;
    before = now;
  }
}

it('a snapshot of a small fleet costs five statements', async () => {
  // Nothing is kept, so each answer is a snapshot of its own, and neither drift nor site activity rests.
  const api = await apiForTest(database().reader, { FLEET_CACHE_TTL_MS: '0', FLEET_WATCH_INTERVAL_SEC: '0' });
  const ask = async () => expect((await fetch(`${api.url}/api/fleet`)).status).toBe(200);
  // The first looks at the schema as well, and reads the owners and each queue by itself.
  await ask();
  const before = await atRest(200);
  let least = Number.POSITIVE_INFINITY;
  let last = before.selects;
  let taken = 0;
  while (taken < SNAPSHOTS || (least > LEAST_PER_REFRESH + 2 && taken < MOST_SNAPSHOTS)) {
    await ask();
    taken += 1;
    const { selects } = await readerStatistics(database());
    least = Math.min(least, selects - last);
    last = selects;
  }
  // Those of a refresh, and one each for drift and site activity.
  expect(least).toBeLessThanOrEqual(LEAST_PER_REFRESH + 2);
  // When the database was not quick what is read together is read apart; a minute may have gone by since the look at the schema.
  const after = await atRest(200);
  expect(after.selects - before.selects).toBeLessThanOrEqual(taken * 8 + 1);
});

it('of two snapshots of a small fleet one counts drift and site activity: in any minute at most 60 statements, however many clients ask', async () => {
  // The life of a snapshot and the rest of what is expensive go by these clocks, whatever this machine does meanwhile.
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const api = await apiForTest(database().reader, { FLEET_CACHE_TTL_MS: '5000' });
  const ask = async () => FleetSnapshot.parse(await (await fetch(`${api.url}/api/fleet`)).json());
  const first = await ask();
  expect(first.projection_drift.checked_at).toBe(first.generated_at);
  let second = first;
  while (second.generated_at === first.generated_at) {
    await pause(250);
    vi.setSystemTime(Date.now() + 250);
    second = await ask();
  }
  expect(second.projection_drift.checked_at).toBe(first.generated_at);
  // None is begun sooner than 250 ms before the end of the last one's life, unless one takes longer.
  const snapshots = Math.ceil(60 / 4.75);
  const lookUps = 2;
  expect(snapshots * LEAST_PER_REFRESH + Math.ceil(snapshots / 2) * 2 + lookUps).toBeLessThanOrEqual(60);
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

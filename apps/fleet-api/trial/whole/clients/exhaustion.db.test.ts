import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type ApiProcess, startApi } from 'fleet-lab/api-process/start-api';
import { largeFleet } from 'fleet-lab/scenarios/rollout/large';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { askForNoRange, keepStill, pipeline } from '../../harness/clients/attacks.ts';
import { useFleetDatabase } from '../../harness/fixtures/use-fleet-database.ts';
import { residentMb } from '../../harness/process/process-figures.ts';

const BUILT_ASSETS = fileURLToPath(new URL('../../../dist/page/assets', import.meta.url));
const MOST_GROWTH_MB = 50;
const MOST_LOG_LINES = 5;
const WARMING_ROUNDS = 25;

const database = useFleetDatabase(largeFleet(1000).rows);
let api: ApiProcess;
let port: number;
beforeAll(async () => {
  // What the machine may take to read them is not the matter here.
  const env = { FLEET_REQUEST_TIMEOUT_MS: '15000', FLEET_CACHE_TTL_MS: '200' };
  api = await startApi({ reader: database().reader, form: 'source', env, keptCharacters: 1_000_000 });
  port = Number(new URL(api.url).port);
  // Counted, not timed: on a slow machine it would have to grow further than this by itself.
  await poll(WARMING_ROUNDS);
}, 150_000);
afterAll(() => api.stop());

/** As a few screens do. */
async function poll(rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (const encoding of ['br', 'gzip', 'identity']) {
      const response = await fetch(`${api.url}/api/fleet`, { headers: { 'accept-encoding': encoding } });
      await response.arrayBuffer();
    }
    await sleep(200);
  }
}

async function expectUnharmed(attack: () => Promise<unknown>): Promise<void> {
  const beforeMb = residentMb(api) ?? 0;
  const linesBefore = api.output().split('\n').length;
  await attack();
  const response = await fetch(`${api.url}/api/fleet`);
  expect(response.status).toBe(200);
  await response.arrayBuffer();
  await vi.waitFor(
    async () => {
      await poll(5);
      expect((residentMb(api) ?? 0) - beforeMb).toBeLessThan(MOST_GROWTH_MB);
    },
    { timeout: 100_000 },
  );
  expect(api.output().split('\n').length - linesBefore, api.output()).toBeLessThanOrEqual(MOST_LOG_LINES);
}

it.skipIf(!existsSync(BUILT_ASSETS))(
  '4,000 requests for ranges that no asset has leave no more than they found (needs the built page)',
  { timeout: 150_000 },
  () => expectUnharmed(() => askForNoRange(port, `/fleet/assets/${readdirSync(BUILT_ASSETS)[0]}`, 4000)),
);

it(
  '100 sockets that send 2,000 requests in a row are closed, and leave no more than they found',
  { timeout: 150_000 },
  () => expectUnharmed(() => pipeline(port, 100, 2000)),
);

it(
  '600 sockets that keep still keep nobody out, and leave no more than they found',
  { timeout: 150_000 },
  () =>
    expectUnharmed(async () => {
      const sockets = await keepStill(port, 600);
      for (let i = 0; i < 20; i++)
        expect((await fetch(`${api.url}/healthz`, { headers: { connection: 'close' } })).status).toBe(200);
      for (const socket of sockets) socket.destroy();
    }),
);

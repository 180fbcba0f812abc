import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { startLabServer } from 'fleet-lab/database/lab-server';
import { findServerSoftware } from 'fleet-lab/database/server-software';
import { large } from 'fleet-lab/scenarios/rollout/large';
import { loadState } from 'fleet-lab/state/load-state';
import { describe, expect, it } from 'vitest';
import { type ApiProcess, startApiProcess } from '../harness/start-api-process.ts';

type Outcome = 'whole' | 'truncated' | 'refused';

/** One request; an answer that has begun must come to its end. */
function ask(url: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const asked = request(url, { agent: false }, (response) => {
      response.resume();
      response.on('close', () => resolve(response.complete ? 'whole' : 'truncated'));
    });
    asked.on('error', () => resolve('refused'));
    asked.end();
  });
}

/** Starts the API on a server of its own; `work` may stop that server. */
async function withApi(
  work: (api: ApiProcess, signalServer: (signal: NodeJS.Signals) => void) => Promise<void>,
): Promise<void> {
  const lab = await startLabServer({ databaseUrl: '' });
  const database = await lab.createDatabase();
  await loadState(database.admin, large.build().rows);
  const api = await startApiProcess(database.reader, { FLEET_CACHE_TTL_MS: '500' });
  try {
    await work(api, (signal) => lab.privateServer?.signal(signal));
  } finally {
    api.kill('SIGKILL');
    await api.ended;
    await lab.stop();
  }
}

/** Clients that ask again as soon as they are answered, until they are refused. */
async function load(url: string, count: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const client = async () => {
    let outcome: Outcome = 'whole';
    while (outcome !== 'refused') {
      outcome = await ask(url);
      outcomes.push(outcome);
    }
  };
  await Promise.all(Array.from({ length: count }, client));
  return outcomes;
}

/** Milliseconds from a signal to the end, and the exit code. */
async function endOn(api: ApiProcess, signal: NodeJS.Signals): Promise<[ms: number, code: number | null]> {
  const sinceMs = performance.now();
  api.kill(signal);
  const code = await api.ended;
  return [performance.now() - sinceMs, code];
}

describe.skipIf(findServerSoftware() === null)(
  'a stop (on a server of our own; needs MariaDB or MySQL installed)',
  { concurrent: true },
  () => {
    it('under load ends within 6.5 s with 0, and no answer that has begun is cut short', () =>
      withApi(async (api) => {
        const loading = load(`${api.url}/api/fleet`, 50);
        await sleep(1000);
        const [ms, code] = await endOn(api, 'SIGTERM');
        const outcomes = await loading;
        expect([code, outcomes.includes('truncated')]).toEqual([0, false]);
        expect(outcomes.filter((outcome) => outcome === 'whole').length).toBeGreaterThan(50);
        expect(ms).toBeLessThan(6500);
      }));

    it('under load ends within 6.5 s with 0 even while the database stands still', () =>
      withApi(async (api, signalServer) => {
        const loading = load(`${api.url}/api/fleet`, 50);
        await sleep(500);
        signalServer('SIGSTOP');
        await sleep(1000);
        const [ms, code] = await endOn(api, 'SIGTERM');
        const outcomes = await loading;
        signalServer('SIGCONT');
        expect([code, outcomes.includes('truncated')]).toEqual([0, false]);
        expect(ms).toBeLessThan(6500);
      }));

    it('asked for twice ends at once', () =>
      withApi(async (api, signalServer) => {
        signalServer('SIGSTOP');
        const asked = ask(`${api.url}/api/fleet`);
        await sleep(300);
        api.kill('SIGTERM');
        await sleep(300);
        const [ms, code] = await endOn(api, 'SIGTERM');
        signalServer('SIGCONT');
        await asked;
        expect(code).toBe(1);
        expect(ms).toBeLessThan(1000);
      }));
  },
);

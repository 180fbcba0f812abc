import { EventEmitter, once } from 'node:events';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiProcess, startApi } from 'fleet-lab/api-process/start-api';
import type { PrivateServer } from 'fleet-lab/database/private-server';
import { findServerSoftware } from 'fleet-lab/database/server-software';
import { large } from 'fleet-lab/scenarios/rollout/large';
import { loadState } from 'fleet-lab/state/load-state';
import { describe, expect, it } from 'vitest';
import { withOwnServer } from '../../harness/fixtures/with-own-server.ts';
import { watchStarvation } from '../../harness/process/starvation.ts';

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
function withApi(
  work: (api: ApiProcess, server: PrivateServer) => Promise<void>,
  env: Record<string, string> = {},
): Promise<void> {
  return withOwnServer(async (server, { admin, reader }) => {
    await loadState(admin, large.build().rows);
    const api = await startApi({ reader, form: 'source', env: { FLEET_CACHE_TTL_MS: '500', ...env } });
    await work(api, server).finally(() => api.stop());
  });
}

type Load = {
  /** Resolves once so many answers have come whole. */
  answered(count: number): Promise<void>;
  /** All outcomes, once every client has been refused. */
  readonly ended: Promise<Outcome[]>;
};

/** Clients that ask again as soon as they are answered, until they are refused. */
function load(url: string, count: number): Load {
  const outcomes: Outcome[] = [];
  const told = new EventEmitter();
  const wholeCount = () => outcomes.filter((outcome) => outcome === 'whole').length;
  const client = async () => {
    let outcome: Outcome = 'whole';
    while (outcome !== 'refused') {
      outcome = await ask(url);
      outcomes.push(outcome);
      told.emit('outcome');
    }
  };
  return {
    async answered(most) {
      while (wholeCount() < most) await once(told, 'outcome');
    },
    ended: Promise.all(Array.from({ length: count }, client)).then(() => outcomes),
  };
}

/** Milliseconds from a signal to the end, less those that the machine kept us from running, and the exit code. */
async function endOn(api: ApiProcess, signal: NodeJS.Signals): Promise<[ms: number, code: number | null]> {
  const starvation = watchStarvation();
  const sinceMs = Date.now();
  api.signal(signal);
  const code = await api.exited;
  const endedMs = Date.now();
  // The spell in which the end came is told when it is over.
  await sleep(50);
  starvation.stop();
  return [endedMs - sinceMs - starvation.between(sinceMs, endedMs), code];
}

describe.skipIf(findServerSoftware() === null)(
  'a stop (on a server of our own; needs MariaDB or MySQL installed)',
  { concurrent: true },
  () => {
    it('under load ends within 6.5 s with 0, and no answer that has begun is cut short', () =>
      withApi(async (api) => {
        const { answered, ended } = load(`${api.url}/api/fleet`, 50);
        await answered(100);
        const [ms, code] = await endOn(api, 'SIGTERM');
        expect([code, (await ended).includes('truncated')]).toEqual([0, false]);
        expect(ms).toBeLessThan(6500);
      }));

    it('under load ends within 6.5 s with 0 even while the database stands still', () =>
      withApi(async (api, server) => {
        const { answered, ended } = load(`${api.url}/api/fleet`, 50);
        await answered(100);
        server.signal('SIGSTOP');
        await sleep(1000);
        const [ms, code] = await endOn(api, 'SIGTERM');
        const outcomes = await ended;
        server.signal('SIGCONT');
        expect([code, outcomes.includes('truncated')]).toEqual([0, false]);
        expect(ms).toBeLessThan(6500);
      }));

    it('asked for twice ends at once', () =>
      withApi(
        async (api, server) => {
          server.signal('SIGSTOP');
          const asked = ask(`${api.url}/api/fleet`);
          // Whoever came later is answered: the request is under way.
          await ask(`${api.url}/healthz`);
          // Both at once, and two that are not one when they meet: the first alone ends it after a while.
          api.signal('SIGTERM');
          const [ms, code] = await endOn(api, 'SIGINT');
          server.signal('SIGCONT');
          await asked;
          expect(code).toBe(1);
          expect(ms).toBeLessThan(1000);
        },
        // No snapshot is there to answer from, and the request is under way for as long as the signals take.
        { FLEET_CACHE_TTL_MS: '0', FLEET_REQUEST_TIMEOUT_MS: '15000' },
      ));
  },
);

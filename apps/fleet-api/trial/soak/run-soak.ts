import { setTimeout as sleep } from 'node:timers/promises';
import { startApi } from 'fleet-lab/api-process/start-api';
import { freePort } from 'fleet-lab/database/free-port';
import { startLabServer } from 'fleet-lab/database/lab-server';
import { dynamicHealthy } from 'fleet-lab/scenarios/rollout/dynamic-healthy';
import { loadState } from 'fleet-lab/state/load-state';
import { CACHE_TTL_MS, OLDEST_SNAPSHOT_MS } from '../faults/fault-stage.ts';
import { expectationOf } from '../harness/clients/judge-answer.ts';
import { faultsOf, worstLatencyMs } from '../harness/clients/judge-answers.ts';
import { type Answer, type Clients, startClients } from '../harness/clients/poll-clients.ts';
import { withOwnServer } from '../harness/fixtures/with-own-server.ts';
import { startFaultProxy } from '../harness/network/fault-proxy.ts';
import { openLogPipe } from '../harness/process/log-pipe.ts';
import { openDescriptors, residentMb } from '../harness/process/process-figures.ts';
import { type Starvation, watchStarvation } from '../harness/process/starvation.ts';
import { createTwin } from '../harness/tables/twin-database.ts';
import { measureLoad } from './server-load.ts';
import { type SoakFault, type SoakGround, soakFaults } from './soak-faults.ts';
import { residentSlope, type Sample, type SoakFigures } from './soak-figures.ts';

export type SoakOptions = {
  readonly minutes: number;
  readonly clientCount: number;
  /** From the end of one fault to the beginning of the next, least and most. */
  readonly calmMs: readonly [number, number];
  readonly faultMs: readonly [number, number];
  /** Further settings of the API, by their environment variables. */
  readonly env?: Readonly<Record<string, string>>;
  readonly onFault: (title: string, recoveryMs: number) => void;
};

const SAMPLE_INTERVAL_MS = 1000;
const MOST_WRONG_TOLD = 10;
const ROWS = dynamicHealthy.build().rows;

/** Lets an API process live through random faults while clients poll it. */
export function runSoak(options: SoakOptions): Promise<SoakFigures> {
  return withOwnServer(async (server, database) => {
    await loadState(database.admin, ROWS);
    const another = await startLabServer({ databaseUrl: '' });
    const proxy = await startFaultProxy(database.reader, await freePort());
    const log = openLogPipe();
    try {
      const twin = await createTwin(database, another, ROWS);
      return await soak({ database, proxy, twin, log }, soakFaults(server), options);
    } finally {
      log.close();
      await proxy.close();
      await another.stop();
    }
  });
}

async function soak(
  place: Omit<SoakGround, 'api'>,
  faults: readonly SoakFault[],
  options: SoakOptions,
): Promise<SoakFigures> {
  const { database, proxy, twin, log } = place;
  const api = await startApi({
    reader: proxy.reader,
    form: 'source',
    env: { FLEET_CACHE_TTL_MS: String(CACHE_TTL_MS), ...options.env },
    keptCharacters: Number.POSITIVE_INFINITY,
    log,
  });
  const ground = { ...place, api };
  const load = () => measureLoad([database, twin], database.reader.user);
  let exitedEarly: string | null = null;
  void api.exited.then((code) => {
    exitedEarly ??= `ended with ${code}`;
  });
  const expected = expectationOf(database, ROWS);
  const clients = startClients(`${api.url}/api/fleet`, options.clientCount, expected);
  const starvation = watchStarvation();
  const samples: Sample[] = [];
  const sample = (): void => {
    if (exitedEarly !== null) return;
    samples.push({
      atMs: Date.now(),
      residentMb: residentMb(api) ?? Number.NaN,
      descriptors: openDescriptors(api),
    });
  };
  try {
    await clients.until((answer) => answer.status === 200, 20_000);
    // Every client has its connection then.
    while (clients.answers.length < 3 * options.clientCount) await sleep(100);
    const loadAtStart = await load();
    sample();
    const sampling = setInterval(sample, SAMPLE_INTERVAL_MS);
    const { counts, worstRecoveryMs } = await makeFaults(ground, faults, clients, starvation, options);
    clearInterval(sampling);
    const loadAtEnd = await load();
    sample();
    await clients.stop();
    const last = samples.at(-1);
    const early = exitedEarly;
    exitedEarly ??= '';
    const wrong = faultsOf(clients.answers, OLDEST_SNAPSHOT_MS, starvation);
    const good = clients.answers.filter(({ status }) => status === 200);
    return {
      minutes: options.minutes,
      faults: counts,
      answersByStatus: countByStatus(clients.answers),
      lies: faultsOf(good, OLDEST_SNAPSHOT_MS, starvation).length,
      wrong: wrong.slice(0, MOST_WRONG_TOLD),
      worstLatencyMs: worstLatencyMs(clients.answers, starvation),
      worstRecoveryMs,
      mostConnections: proxy.mostConnectionsOpen(),
      exitedEarly: early,
      unhandled: (api.output().match(/uncaught|unhandled/gi) ?? []).length,
      descriptorsAtStart: samples[0]?.descriptors ?? 0,
      descriptorsAtEnd: last?.descriptors ?? 0,
      loadAtStart,
      loadAtEnd,
      residentMbAtStart: samples[0]?.residentMb ?? 0,
      residentMbAtEnd: last?.residentMb ?? 0,
      residentMbPerTenMinutes: residentSlope(samples),
      logLines: api.output().split('\n').length,
    };
  } finally {
    starvation.stop();
    await clients.stop();
    await api.stop();
  }
}

async function makeFaults(
  ground: SoakGround,
  faults: readonly SoakFault[],
  clients: Clients,
  starvation: Starvation,
  options: SoakOptions,
) {
  const counts: Record<string, number> = {};
  let worstRecoveryMs = 0;
  // Each once before any comes again.
  const left: SoakFault[] = [];
  const endMs = performance.now() + options.minutes * 60_000;
  while (performance.now() < endMs) {
    await sleep(between(options.calmMs));
    if (left.length === 0) left.push(...shuffled(faults));
    const fault = left.pop();
    if (fault === undefined) continue;
    await fault.begin(ground);
    await sleep(between(options.faultMs));
    await fault.end(ground);
    const wellMs = Date.now();
    const fresh = await clients.until((answer) => (answer.generatedAtMs ?? 0) > wellMs, 20_000);
    const freshMs = fresh.sentAtMs + fresh.latencyMs;
    const recoveryMs = freshMs - wellMs - starvation.between(wellMs, freshMs);
    worstRecoveryMs = Math.max(worstRecoveryMs, recoveryMs);
    counts[fault.title] = (counts[fault.title] ?? 0) + 1;
    options.onFault(fault.title, recoveryMs);
  }
  return { counts, worstRecoveryMs };
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

function between([least, most]: readonly [number, number]): number {
  return least + Math.random() * (most - least);
}

function countByStatus(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of answers) {
    const name = status === 0 ? 'none' : String(status);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

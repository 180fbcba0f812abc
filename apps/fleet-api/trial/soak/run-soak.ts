import { setTimeout as sleep } from 'node:timers/promises';
import { startLabServer } from 'fleet-lab/database/lab-server';
import { dynamicHealthy } from 'fleet-lab/scenarios/rollout/dynamic-healthy';
import { loadState } from 'fleet-lab/state/load-state';
import { CACHE_TTL_MS, OLDEST_SNAPSHOT_MS } from '../faults/fault-stage.ts';
import { startFaultProxy } from '../harness/fault-proxy.ts';
import { faultsOf, worstLatencyMs } from '../harness/judge-answers.ts';
import { type Answer, type Clients, startClients } from '../harness/poll-clients.ts';
import { startApiProcess } from '../harness/start-api-process.ts';
import { watchStarvation } from '../harness/starvation.ts';
import { SOAK_FAULTS, type SoakStage } from './soak-faults.ts';
import { residentSlope, type Sample, type SoakFigures } from './soak-figures.ts';

export type SoakOptions = {
  readonly minutes: number;
  readonly clientCount: number;
  /** From the end of one fault to the beginning of the next, least and most. */
  readonly calmMs: readonly [number, number];
  readonly faultMs: readonly [number, number];
  readonly onFault: (title: string, recoveryMs: number) => void;
};

const SAMPLE_INTERVAL_MS = 1000;
const MOST_WRONG_TOLD = 10;

/** Lets an API process live through random faults while clients poll it. */
export async function runSoak(options: SoakOptions): Promise<SoakFigures> {
  const lab = await startLabServer({
    databaseUrl: '',
    restarts: true,
    serverArguments: ['--innodb-flush-log-at-trx-commit=1'],
  });
  try {
    if (lab.privateServer === null) throw new Error('the lab gave no private server');
    const database = await lab.createDatabase();
    await loadState(database.admin, dynamicHealthy.build().rows);
    const proxy = await startFaultProxy(database.reader);
    try {
      return await soak({ server: lab.privateServer, database, proxy }, options);
    } finally {
      await proxy.close();
    }
  } finally {
    await lab.stop();
  }
}

async function soak(stage: SoakStage, options: SoakOptions): Promise<SoakFigures> {
  const { database, proxy } = stage;
  const { reader } = database;
  const access = { ...reader, host: proxy.host, port: proxy.port };
  const api = await startApiProcess(access, { FLEET_CACHE_TTL_MS: String(CACHE_TTL_MS) });
  let exitedEarly: string | null = null;
  void api.ended.then((code) => {
    exitedEarly ??= `ended with ${code}`;
  });
  const clients = startClients(`${api.url}/api/fleet`, options.clientCount, {
    processCount: dynamicHealthy.build().rows.jetmon_process_health.length,
    secrets: [reader.user, reader.password, reader.host, database.name, 'jetmon', 'SELECT', 'node_modules'],
  });
  const starvation = watchStarvation();
  const samples: Sample[] = [];
  const sample = (): void => {
    if (exitedEarly !== null) return;
    samples.push({ atMs: Date.now(), residentMb: api.residentMb(), descriptors: api.openDescriptors() });
  };
  try {
    await clients.until((answer) => answer.status === 200, 20_000);
    // Every client has its connection then.
    while (clients.answers.length < 3 * options.clientCount) await sleep(100);
    sample();
    const sampling = setInterval(sample, SAMPLE_INTERVAL_MS);
    const { faults, worstRecoveryMs } = await makeFaults(stage, clients, options);
    clearInterval(sampling);
    sample();
    await clients.stop();
    const last = samples.at(-1);
    const early = exitedEarly;
    exitedEarly ??= '';
    const wrong = faultsOf(clients.answers, OLDEST_SNAPSHOT_MS, starvation);
    return {
      minutes: options.minutes,
      faults,
      answersByStatus: countByStatus(clients.answers),
      wrong: wrong.slice(0, MOST_WRONG_TOLD),
      worstLatencyMs: worstLatencyMs(clients.answers, starvation),
      worstRecoveryMs,
      mostConnections: proxy.mostConnectionsOpen(),
      exitedEarly: early,
      unhandled: (api.output().match(/uncaught|unhandled/gi) ?? []).length,
      descriptorsAtStart: samples[0]?.descriptors ?? 0,
      descriptorsAtEnd: last?.descriptors ?? 0,
      residentMbAtEnd: last?.residentMb ?? 0,
      residentMbPerTenMinutes: residentSlope(samples),
      logLines: api.output().split('\n').length,
    };
  } finally {
    starvation.stop();
    await clients.stop();
    api.kill('SIGKILL');
    await api.ended;
  }
}

async function makeFaults(stage: SoakStage, clients: Clients, options: SoakOptions) {
  const faults: Record<string, number> = {};
  let worstRecoveryMs = 0;
  const endMs = performance.now() + options.minutes * 60_000;
  while (performance.now() < endMs) {
    await sleep(between(options.calmMs));
    const fault = SOAK_FAULTS[Math.floor(Math.random() * SOAK_FAULTS.length)];
    if (fault === undefined) continue;
    await fault.during(stage, between(options.faultMs));
    const wellMs = Date.now();
    const fresh = await clients.until((answer) => (answer.generatedAtMs ?? 0) > wellMs, 20_000);
    const recoveryMs = fresh.sentAtMs + fresh.latencyMs - wellMs;
    worstRecoveryMs = Math.max(worstRecoveryMs, recoveryMs);
    faults[fault.title] = (faults[fault.title] ?? 0) + 1;
    options.onFault(fault.title, recoveryMs);
  }
  return { faults, worstRecoveryMs };
}

function between([least, most]: readonly [number, number]): number {
  return least + Math.random() * (most - least);
}

function countByStatus(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

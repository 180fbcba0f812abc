import { setTimeout as sleep } from 'node:timers/promises';
import type { RowDataPacket } from 'mysql2/promise';
import { faultsOf, worstLatencyMs } from '../harness/clients/judge-answers.ts';
import { type Answer, type Clients, startClients } from '../harness/clients/poll-clients.ts';
import type { Fault } from '../harness/make-fault.ts';
import { watchStarvation } from '../harness/process/starvation.ts';
import { type FaultStage, OLDEST_SNAPSHOT_MS } from './fault-stage.ts';

/** What 50 clients saw of a fault, and what it cost the database. */
export type Endured = {
  readonly lastedMs: number;
  readonly answers: readonly Answer[];
  readonly wrong: readonly string[];
  readonly worstLatencyMs: number;
  readonly problemCount: number;
  /** From the end of the fault until a client had a snapshot that was read after it. */
  readonly recoveryMs: number;
  readonly attempts: number;
  readonly mostConnections: number;
  /** Statements of ours that ran on the server for 3 s or more when the fault ended. */
  readonly leftRunning: number;
};

const CLIENT_COUNT = 50;
/** How long each fault lasts. */
export const FAULT_LASTS_MS = Number(process.env.FLEET_FAULT_SEC ?? 4) * 1000;
const LONGEST_RECOVERY_MS = 75_000;
const LONGEST_UNTOLD_MS = 30_000;

/** Lets clients poll before, during and after a fault, which lasts until one was told of it, if any is to be. */
export async function endureFault(stage: FaultStage, fault: Fault, isTold: boolean): Promise<Endured> {
  const { proxy, expected } = stage;
  const starvation = watchStarvation();
  const clients = startClients(`${stage.api.url}/api/fleet`, CLIENT_COUNT, expected);
  try {
    await untilSteady(clients);
    const steadyCount = clients.answers.length;
    await fault.begin(stage);
    const attemptsBefore = proxy.connectionsMade();
    const beganMs = performance.now();
    const told = isTold ? clients.until((answer) => answer.status === 503, LONGEST_UNTOLD_MS) : undefined;
    await Promise.all([sleep(FAULT_LASTS_MS), told]);
    const lastedMs = performance.now() - beganMs;
    const attempts = proxy.connectionsMade() - attemptsBefore;
    await fault.end(stage);
    const leftRunning = await countLongStatements(stage);
    const endedAtMs = Date.now();
    const isFresh = (answer: Answer) => (answer.generatedAtMs ?? 0) > endedAtMs;
    const fresh = await clients.until(isFresh, LONGEST_RECOVERY_MS);
    const freshAtMs = fresh.sentAtMs + fresh.latencyMs;
    const recoveryMs = freshAtMs - endedAtMs - starvation.between(endedAtMs, freshAtMs);
    await sleep(500);
    await clients.stop();
    const answers = clients.answers.slice(steadyCount);
    return {
      lastedMs,
      answers,
      wrong: faultsOf(answers, OLDEST_SNAPSHOT_MS, starvation),
      worstLatencyMs: worstLatencyMs(answers, starvation),
      problemCount: answers.filter((answer) => answer.status === 503).length,
      recoveryMs,
      attempts,
      mostConnections: proxy.mostConnectionsOpen(),
      leftRunning,
    };
  } finally {
    starvation.stop();
    await clients.stop();
  }
}

/** Starting up may be slow; what counts begins when every client has been answered well once. */
async function untilSteady({ answers, until }: Clients): Promise<void> {
  const isWell = () => {
    const last = answers.slice(-CLIENT_COUNT);
    return last.length === CLIENT_COUNT && last.every((answer) => answer.status === 200);
  };
  await until(isWell, 30_000);
}

/** One that stood still with its server looks long as well: it is gone a second later. */
async function countLongStatements(stage: FaultStage): Promise<number> {
  const first = await longStatements(stage);
  if (first.length === 0) return 0;
  await sleep(1000);
  const still = new Set(await longStatements(stage));
  return first.filter((id) => still.has(id)).length;
}

async function longStatements({ database }: FaultStage): Promise<number[]> {
  const [rows] = await database.admin.query<RowDataPacket[]>(
    "SELECT id FROM information_schema.processlist WHERE user = ? AND command = 'Query' AND time >= 3",
    [database.reader.user],
  );
  return rows.map(({ id }) => id);
}

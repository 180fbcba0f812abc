import { freePort } from 'fleet-lab/database/free-port';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { dynamicHealthy } from 'fleet-lab/scenarios/rollout/dynamic-healthy';
import { loadState } from 'fleet-lab/state/load-state';
import { type Expectation, expectationOf } from '../harness/clients/judge-answer.ts';
import { startTestApi, type TestApi } from '../harness/fixtures/start-test-api.ts';
import type { FaultGround } from '../harness/make-fault.ts';
import { startFaultProxy } from '../harness/network/fault-proxy.ts';

/** A healthy fleet in a database, an API that reads it, and between them a network that can fail. */
export type FaultStage = FaultGround & {
  readonly api: TestApi;
  readonly expected: Expectation;
  close(): Promise<void>;
};

/** Short, so that a fault is met within a second; all other settings are the defaults. */
export const CACHE_TTL_MS = 1000;
const DEFAULT_TIMEOUT_MS = '3000';
/**
 * A read may take 2.5 s, which is more than the cache keeps it; the rest lies between the reading of the clock
 * and the client's look at the answer, on a busy machine, and the part of a second that its instant leaves out.
 */
export const OLDEST_SNAPSHOT_MS = 2500 + 1200 + 999;

/** Sets up a stage of its own for one fault. */
export async function setFaultStage(
  database: LabDatabase,
  cacheTtlMs = CACHE_TTL_MS,
  settings: Record<string, string> = {},
): Promise<FaultStage> {
  const { rows } = dynamicHealthy.build();
  await loadState(database.admin, rows);
  const proxy = await startFaultProxy(database.reader, await freePort());
  const api = await startTestApi(proxy.reader, {
    FLEET_CACHE_TTL_MS: String(cacheTtlMs),
    FLEET_REQUEST_TIMEOUT_MS: DEFAULT_TIMEOUT_MS,
    ...settings,
  });
  return {
    database,
    proxy,
    api,
    expected: expectationOf(database, rows),
    async close() {
      await api.close();
      await proxy.close();
    },
  };
}

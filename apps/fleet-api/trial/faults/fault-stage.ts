import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { dynamicHealthy } from 'fleet-lab/scenarios/rollout/dynamic-healthy';
import { loadState } from 'fleet-lab/state/load-state';
import { type FaultProxy, startFaultProxy } from '../harness/fault-proxy.ts';
import type { Expectation } from '../harness/judge-answer.ts';
import { startTestApi, type TestApi } from '../harness/start-test-api.ts';

/** A healthy fleet in a database, an API that reads it, and between them a network that can fail. */
export type FaultStage = {
  readonly database: LabDatabase;
  readonly proxy: FaultProxy;
  readonly api: TestApi;
  readonly expected: Expectation;
  close(): Promise<void>;
};

/** Short, so that a fault is met within a second; all other settings are the defaults. */
export const CACHE_TTL_MS = 1000;
/**
 * A read may take 2.5 s, which is more than the cache keeps it; the rest lies between the reading of the clock
 * and the client's look at the answer, on a busy machine.
 */
export const OLDEST_SNAPSHOT_MS = 2500 + 1200;

/** Sets up a stage of its own for one fault. */
export async function setFaultStage(database: LabDatabase, cacheTtlMs = CACHE_TTL_MS): Promise<FaultStage> {
  const { rows } = dynamicHealthy.build();
  await loadState(database.admin, rows);
  const { reader } = database;
  const proxy = await startFaultProxy(reader);
  const access = { ...reader, host: proxy.host, port: proxy.port };
  const api = await startTestApi(access, { FLEET_CACHE_TTL_MS: String(cacheTtlMs) });
  return {
    database,
    proxy,
    api,
    expected: {
      processCount: rows.jetmon_process_health.length,
      secrets: [
        reader.user,
        reader.password,
        reader.host,
        database.name,
        'jetmon',
        'SELECT',
        'node_modules',
        '.ts',
      ],
    },
    async close() {
      await api.close();
      await proxy.close();
    },
  };
}

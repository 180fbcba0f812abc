import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApiProcess, startApi } from 'fleet-lab/api-process/start-api';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { readerEnv } from 'fleet-lab/database/reader-env';
import type { Scenario } from 'fleet-lab/scenarios/scenario';
import { apiSettings } from 'fleet-lab/state/api-settings';
import { loadState } from 'fleet-lab/state/load-state';
import { tablesOf } from 'fleet-lab/state/tables-of';
import { createTestDatabase } from 'fleet-lab/testing/create-test-database';
import { afterAll, beforeAll } from 'vitest';
import { fleetProcess } from './fleet-process.ts';
import type { RunResult } from './run-in-test.ts';

/** A scenario's database with the built dashboard on it. */
export type ShownFleet = {
  readonly database: LabDatabase;
  readonly api: ApiProcess;
  /** The environment in which that dashboard is the one that is asked, and its database the one that is read. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs the built command in it. */
  run(...args: string[]): Promise<RunResult>;
};

/** Nobody writes heartbeats meanwhile: those of a healthy fleet must not come to be late while a busy machine runs its commands. */
const HEARTBEAT_LATE_SEC = '145';

/** One for the tests of a file or `describe`; earlier than in them it throws. */
export function useShownFleet(
  { build }: Pick<Scenario, 'build'>,
  settings: Readonly<Record<string, string>> = {},
): () => ShownFleet {
  let shown: ShownFleet | undefined;
  const closers: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    const { rows, ...state } = build();
    const tableNames = tablesOf(state);
    const database = await createTestDatabase({ tableNames });
    closers.push(() => database.drop());
    const directory = await mkdtemp(join(tmpdir(), 'fleet-cli-'));
    closers.push(() => rm(directory, { recursive: true }));
    await loadState(database.admin, rows, { tableNames });
    const env = {
      // Every command has all that is read, however long that takes on a busy machine.
      FLEET_CACHE_TTL_MS: '0',
      FLEET_REQUEST_TIMEOUT_MS: '15000',
      FLEET_HEARTBEAT_LATE_SEC: HEARTBEAT_LATE_SEC,
      ...(await apiSettings(state, directory)),
      ...settings,
    };
    const api = await startApi({ reader: database.reader, form: 'built', env });
    closers.push(() => api.stop());
    const asking = { ...readerEnv(database.reader), ...env, FLEET_URL: api.url };
    shown = { database, api, env: asking, run: (...args) => fleetProcess(args, asking) };
  });
  afterAll(async () => {
    for (const close of closers.reverse()) await close();
  });
  return () => {
    if (shown === undefined) throw new Error('the fleet is shown in beforeAll');
    return shown;
  };
}

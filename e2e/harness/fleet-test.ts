import { test as base, type Page } from '@playwright/test';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { type LabServer, startLabServer } from 'fleet-lab/database/lab-server';
import { findScenario, SCENARIOS } from 'fleet-lab/scenarios/scenarios';
import type { FleetState } from 'fleet-lab/state/fleet-state';
import { loadState } from 'fleet-lab/state/load-state';
import { tablesOf } from 'fleet-lab/state/tables-of';
import { FleetApiProcess } from './fleet-api-process.ts';

type State = string | FleetState['rows'];
type Loaded = Pick<FleetState, 'rows' | 'is_later'>;
type Env = Record<string, string>;

/** One fleet: a database of its own, and the API on it once it has been started. */
export type FleetUnderTest = {
  /** Replaces the fleet's rows by a named scenario's, or by the given ones. */
  load(state: State): Promise<void>;
  /** Runs one statement on the fleet's database, as its administrator. */
  admin(sql: string): Promise<void>;
  /** Starts the API with these settings; it is ended with the test. */
  serve(env?: Env): Promise<FleetApiProcess>;
  /** Loads a state, starts the API with these settings, and opens its page at `path`. */
  show(page: Page, state: State, path?: string, env?: Env): Promise<FleetApiProcess>;
};

/** Playwright's `test`, with one database server for each worker and one fleet for each test. */
export const test = base.extend<{ fleet: FleetUnderTest }, { labServer: LabServer }>({
  labServer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from its pattern.
    async ({}, use) => {
      const server = await startLabServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  fleet: async ({ labServer }, use) => {
    const first: LabDatabase = await labServer.createDatabase();
    let later: LabDatabase | undefined;
    let database = first;
    const apis: FleetApiProcess[] = [];
    const fleet: FleetUnderTest = {
      load: async (state) => {
        const loaded: Loaded = typeof state === 'string' ? stateOf(state) : { rows: state };
        const tableNames = tablesOf(loaded);
        if (loaded.is_later) later ??= await labServer.createDatabase({ tableNames });
        database = (loaded.is_later && later) || first;
        await loadState(database.admin, loaded.rows, { tableNames });
      },
      admin: async (sql) => {
        await database.admin.query(sql);
      },
      serve: async (env) => {
        const api = await FleetApiProcess.start(database.reader, env);
        apis.push(api);
        return api;
      },
      show: async (page, state, path = '/fleet', env = {}) => {
        await fleet.load(state);
        const api = await fleet.serve(env);
        await page.goto(`${api.url}${path}`);
        return api;
      },
    };
    await use(fleet);
    await Promise.all(apis.map((api) => api.kill()));
    await first.drop();
    await later?.drop();
  },
});

function stateOf(name: string): FleetState {
  const scenario = findScenario(name);
  if (scenario === undefined) {
    throw new Error(`no scenario "${name}"; there are ${SCENARIOS.map((known) => known.name).join(', ')}`);
  }
  return scenario.build();
}

export { expect } from '@playwright/test';

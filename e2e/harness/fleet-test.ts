import { test as base } from '@playwright/test';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { type LabServer, startLabServer } from 'fleet-lab/database/lab-server';
import { findScenario, SCENARIOS } from 'fleet-lab/scenarios/scenarios';
import type { FleetState } from 'fleet-lab/state/fleet-state';
import { loadState } from 'fleet-lab/state/load-state';
import { FleetApiProcess } from './fleet-api-process.ts';

/** One fleet: a database of its own, and the API on it once it has been started. */
export type FleetUnderTest = {
  /** Replaces the fleet's rows by a named scenario's, or by the given ones. */
  load(state: string | FleetState['rows']): Promise<void>;
  /** Runs one statement on the fleet's database, as its administrator. */
  admin(sql: string): Promise<void>;
  /** Starts the API with these settings; it is ended with the test. */
  serve(env?: Record<string, string>): Promise<FleetApiProcess>;
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
    const database: LabDatabase = await labServer.createDatabase();
    const apis: FleetApiProcess[] = [];
    await use({
      load: async (state) => {
        await loadState(database.admin, typeof state === 'string' ? rowsOf(state) : state);
      },
      admin: async (sql) => {
        await database.admin.query(sql);
      },
      serve: async (env) => {
        const api = await FleetApiProcess.start(database.reader, env);
        apis.push(api);
        return api;
      },
    });
    await Promise.all(apis.map((api) => api.kill()));
    await database.drop();
  },
});

function rowsOf(name: string): FleetState['rows'] {
  const scenario = findScenario(name);
  if (scenario === undefined) {
    throw new Error(`no scenario "${name}"; there are ${SCENARIOS.map((known) => known.name).join(', ')}`);
  }
  return scenario.build().rows;
}

export { expect } from '@playwright/test';

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApi } from '../api-process/start-api.ts';
import { isPortFree } from '../database/free-port.ts';
import type { LabDatabase } from '../database/lab-database.ts';
import { type LabServer, startLabServer } from '../database/lab-server.ts';
import { startSimulator } from '../simulator/simulator.ts';
import { apiSettings } from '../state/api-settings.ts';
import { tablesOf } from '../state/tables-of.ts';
import { API_CHAPTERS } from '../story/api-chapters.ts';
import { CHAPTERS } from '../story/chapters.ts';
import { tellStory } from '../story/tell-story.ts';
import { ensureSystemPackages } from '../system-packages/ensure-packages.ts';
import { step } from '../terminal/step.ts';
import { print, printError } from '../terminal/terminal.ts';
import { buildProject } from './build-project.ts';
import type { Closers } from './closers.ts';
import type { DemoOptions } from './demo-options.ts';
import { startVite } from './start-vite.ts';

const STORY = {
  pinned: 'a rollout, about three minutes',
  api: "a rollout through Jetmon's API, about two minutes",
};

type RunOptions = Extract<DemoOptions, { kind: 'run' }>;

/**
 * Shows a fleet for as long as nothing that it needs ends. Puts what it starts into `closers`. Rejects with a
 * message for people.
 */
export async function runDemo(options: RunOptions, closers: Closers): Promise<never> {
  const { port, isDev } = options;
  if (!(await isPortFree(port))) {
    throw new Error(`Port ${port} of 127.0.0.1 is in use. Take another one: pnpm demo --port ${port + 1}`);
  }
  await ensureSystemPackages(['mariadb']);
  if (!isDev) await step('Building', buildProject);
  const server = await step('Starting the database', () => startLabServer());
  closers.add(() => server.stop());
  const chapters = options.isByApi ? API_CHAPTERS : CHAPTERS;
  const first = (options.isStory ? chapters[0] : undefined) ?? options.scenario;
  const { database, simulator } = await step(`Loading ${first.name}`, async () => {
    const tableNames = tablesOf(first.build());
    const database = await server.createDatabase({ tableNames });
    return { database, simulator: await startSimulator(database.admin, first) };
  });
  closers.add(() => simulator.stop());
  const directory = await mkdtemp(join(tmpdir(), 'fleet-demo-'));
  closers.add(() => rm(directory, { recursive: true }));
  const settings = await apiSettings(first.build(), directory);
  const api = await step('Starting the API', () =>
    startApi({
      reader: database.reader,
      form: isDev ? 'watched' : 'built',
      port,
      env: settings,
      inherited: process.env,
    }),
  );
  closers.add(() => api.stop());
  // A process can be missed only by somebody who has seen it.
  await (await fetch(`${api.url}/api/fleet`)).body?.cancel();
  const vite = isDev ? await step('Starting Vite', () => startVite(api.url)) : null;
  if (vite) closers.add(() => vite.stop());

  print();
  print(`Fleet dashboard: ${vite?.address ?? `${api.url}/fleet`}`);
  print(`API:             ${api.url}/api/fleet`);
  print(`Database:        ${databaseText(server, database)}`);
  print(
    options.isStory
      ? `Story:           ${STORY[options.isByApi ? 'api' : 'pinned']}`
      : `Scenario:        ${text(first)}`,
  );
  print('Ctrl-C stops everything and leaves nothing behind.');
  print();
  if (options.isStory) {
    const waitSec = (seconds: number): Promise<void> =>
      new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    tellStory(chapters, { simulator, print, waitSec }).catch((error: unknown) => {
      printError(`The story cannot go on: ${String(error)}`);
    });
  }
  const ended = await Promise.race([
    api.exited.then(() => `The API ended:\n${api.output()}`),
    ...(vite ? [vite.exited.then(() => 'Vite ended.')] : []),
    ...(server.privateServer ? [server.privateServer.exited.then(() => 'The database server ended.')] : []),
  ]);
  throw new Error(ended);
}

function text({ name, description }: { name: string; description: string }): string {
  return `${name}: ${description}`;
}

function databaseText(server: LabServer, { name }: LabDatabase): string {
  const socket = server.privateServer?.socketPath;
  return socket === undefined ? name : `mariadb --user=root --socket=${socket} ${name}`;
}

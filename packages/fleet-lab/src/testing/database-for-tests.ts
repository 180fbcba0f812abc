import type { ProvidedContext } from 'vitest';
import type { ServerAccess } from '../database/lab-database.ts';
import { startLabServer } from '../database/lab-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** How tests reach the one server of the run. */
    labServerAccess: ServerAccess;
  }
}

/** What is needed of a project of vitest, whose own type brings those of all tools that vitest may work with. */
type TestProject = {
  provide<Key extends keyof ProvidedContext>(key: Key, value: ProvidedContext[Key]): void;
};

/** Vitest global setup: one server for the whole run, stopped when the run ends. */
export default async function databaseForTests(project: TestProject): Promise<() => Promise<void>> {
  const server = await startLabServer();
  project.provide('labServerAccess', server.access);
  return () => server.stop();
}

import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from 'fleet-lab/database/free-port';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { type Api, startApi } from 'fleet-lab/demo/start-api';
import { ask } from './ask.ts';

/** The built API over a bench database, and where it answers. */
export type BenchApi = { readonly api: Api; readonly url: string };

/** On a busy machine the first reads of a cold database may take longer than the API allows them. */
const MOST_FIRST_REQUESTS = 20;

/** Starts the API as it is built, with its own defaults but for `env`, and resolves once it has a snapshot. */
export async function startBenchApi(
  { reader }: LabDatabase,
  bucketTotal: number,
  env: Readonly<Record<string, string>> = {},
): Promise<BenchApi> {
  const port = await freePort();
  const state = { bucket_total: bucketTotal, heartbeat_grace_sec: 600 };
  const api = await startApi({ reader, state, port, isDev: false, env: { LOG_LEVEL: 'warn', ...env } });
  const url = `http://127.0.0.1:${port}/api/fleet`;
  for (let request = 0; request < MOST_FIRST_REQUESTS; request++) {
    if ((await ask(url, { 'Accept-Encoding': 'br' })).status === 200) return { api, url };
    await pause(500);
  }
  await api.stop();
  throw new Error(`the API has no snapshot:\n${api.output()}`);
}

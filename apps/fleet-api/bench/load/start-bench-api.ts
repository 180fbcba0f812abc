import { setTimeout as pause } from 'node:timers/promises';
import { type ApiProcess, startApi } from 'fleet-lab/api-process/start-api';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { ask } from './ask.ts';

/** The built API over a bench database, and where it answers. */
export type BenchApi = { readonly api: ApiProcess; readonly url: string };

/** On a busy machine the first reads of a cold database may take longer than the API allows them. */
const MOST_FIRST_REQUESTS = 20;

/** Starts the API as it is built, with its own defaults but for `env`, and resolves once it has a snapshot. */
export async function startBenchApi(
  { reader }: LabDatabase,
  bucketTotal: number,
  env: Readonly<Record<string, string>> = {},
): Promise<BenchApi> {
  const settings = { BUCKET_TOTAL: String(bucketTotal), ...env };
  const api = await startApi({ reader, form: 'built', env: settings });
  const url = `${api.url}/api/fleet`;
  for (let request = 0; request < MOST_FIRST_REQUESTS; request++) {
    if ((await ask(url, { 'Accept-Encoding': 'br' })).status === 200) return { api, url };
    await pause(500);
  }
  await api.stop();
  throw new Error(`the API has no snapshot:\n${api.output()}`);
}

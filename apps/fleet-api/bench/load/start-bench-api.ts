import { freePort } from 'fleet-lab/database/free-port';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { type Api, startApi } from 'fleet-lab/demo/start-api';

/** The built API over a bench database, and where it answers. */
export type BenchApi = { readonly api: Api; readonly url: string };

/** Starts the API as it is built, with its own defaults but for `env`. */
export async function startBenchApi(
  { reader }: LabDatabase,
  bucketTotal: number,
  env: Readonly<Record<string, string>> = {},
): Promise<BenchApi> {
  const port = await freePort();
  const state = { bucket_total: bucketTotal, heartbeat_grace_sec: 600 };
  const api = await startApi({ reader, state, port, isDev: false, env: { LOG_LEVEL: 'warn', ...env } });
  return { api, url: `http://127.0.0.1:${port}/api/fleet` };
}

import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from 'fleet-lab/database/free-port';
import type { ReaderAccess } from 'fleet-lab/database/lab-database';
import { readerEnv } from 'fleet-lab/database/reader-env';
import { type OwnedProcess, startOwned } from 'fleet-lab/owned-process/start-owned';

const BUILT_API = fileURLToPath(new URL('../../apps/fleet-api/bin/fleet-api', import.meta.url));

/** The built API in a process of its own; it may be stopped and started again on the same port. */
export class FleetApiProcess {
  readonly url: string;
  readonly #env: NodeJS.ProcessEnv;
  #process: OwnedProcess | undefined;

  private constructor(port: number, reader: ReaderAccess, env: Record<string, string>) {
    this.url = `http://127.0.0.1:${port}`;
    this.#env = {
      PATH: process.env.PATH,
      DASHBOARD_PORT: String(port),
      ...readerEnv(reader),
      FLEET_CACHE_TTL_MS: '0',
      ...env,
    };
  }

  /** Resolves when the API answers. */
  static async start(reader: ReaderAccess, env: Record<string, string> = {}): Promise<FleetApiProcess> {
    const api = new FleetApiProcess(await freePort(), reader, env);
    await api.start();
    return api;
  }

  async start(): Promise<void> {
    this.#process = await startOwned({
      command: [BUILT_API],
      env: this.#env,
    });
    const { stdout } = this.#process.child;
    if (stdout === null) throw new Error('the API has no standard output');
    let output = '';
    while (!output.includes('fleet dashboard listens')) {
      const [chunk] = await Promise.race([once(stdout, 'data'), once(stdout, 'end')]);
      if (chunk === undefined) throw new Error(`the API ended before it listened: ${output}`);
      output += String(chunk);
    }
    stdout.resume();
  }

  /** Ends it at once, as a crash would. */
  async kill(): Promise<void> {
    await this.#process?.stop();
    this.#process = undefined;
  }
}

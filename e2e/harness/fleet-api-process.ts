import { type ApiProcess, startApi } from 'fleet-lab/api-process/start-api';
import { freePort } from 'fleet-lab/database/free-port';
import type { ReaderAccess } from 'fleet-lab/database/lab-database';

/** The built API in a process of its own; it may be stopped and started again on the same port. */
export class FleetApiProcess {
  readonly url: string;
  readonly #start: () => Promise<ApiProcess>;
  #process: ApiProcess | undefined;

  private constructor(port: number, reader: ReaderAccess, env: Record<string, string>) {
    this.url = `http://127.0.0.1:${port}`;
    const settings = { FLEET_CACHE_TTL_MS: '0', ...env };
    this.#start = () => startApi({ reader, form: 'built', port, env: settings });
  }

  /** Resolves when the API answers. */
  static async start(reader: ReaderAccess, env: Record<string, string> = {}): Promise<FleetApiProcess> {
    const api = new FleetApiProcess(await freePort(), reader, env);
    await api.start();
    return api;
  }

  async start(): Promise<void> {
    this.#process = await this.#start();
  }

  /** Ends it at once, as a crash would. */
  async kill(): Promise<void> {
    await this.#process?.stop();
    this.#process = undefined;
  }
}

import { type ApiProcess, startApi } from 'fleet-lab/api-process/start-api';
import { freePort } from 'fleet-lab/database/free-port';
import type { ReaderAccess } from 'fleet-lab/database/lab-database';

/**
 * Nobody writes heartbeats while a test runs: those of a healthy fleet come to be late only after more than a test may take,
 * and those that a scenario has late are so from the beginning.
 */
const HEARTBEAT_LATE_SEC = '145';

/** The built API in a process of its own; it may be stopped and started again on the same port. */
export class FleetApiProcess {
  readonly url: string;
  readonly #start: () => Promise<ApiProcess>;
  #process: ApiProcess | undefined;

  private constructor(port: number, reader: ReaderAccess, env: Record<string, string>) {
    this.url = `http://127.0.0.1:${port}`;
    const settings = { FLEET_CACHE_TTL_MS: '0', FLEET_HEARTBEAT_LATE_SEC: HEARTBEAT_LATE_SEC, ...env };
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

  /** The end of what it has logged. */
  log(): string {
    return this.#process?.output() ?? '';
  }

  /** Ends it at once, as a crash would. */
  async kill(): Promise<void> {
    await this.#process?.stop();
    this.#process = undefined;
  }
}

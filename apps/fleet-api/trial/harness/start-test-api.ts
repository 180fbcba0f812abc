import { once } from 'node:events';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { createFleetApi } from '../../src/fleet-api.ts';
import type { PageFiles } from '../../src/http/page-files.ts';

/** An API under test on a free port of its own, with what it logged. */
export type TestApi = {
  readonly url: string;
  readonly port: number;
  readonly logged: Record<string, unknown>[];
  close(): Promise<void>;
};

export type TestDatabaseAccess = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
};

/** Starts the API in this process, configured as from the environment. Reads anew for each request by default. */
export async function startTestApi(
  reader: TestDatabaseAccess,
  env: Record<string, string> = {},
  page?: PageFiles,
): Promise<TestApi> {
  const result = readConfig({
    DB_HOST: reader.host,
    DB_PORT: String(reader.port),
    DB_USER: reader.user,
    DB_PASSWORD: reader.password,
    DB_NAME: reader.database,
    FLEET_CACHE_TTL_MS: '0',
    ...env,
  });
  if (!result.ok) throw new Error(result.faults.join('\n'));
  const logged: Record<string, unknown>[] = [];
  const log = pino({ level: 'debug' }, { write: (line) => logged.push(JSON.parse(line)) });
  const { server, close } = createFleetApi(result.config, log, page);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    logged,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      close();
    },
  };
}

import type { PoolOptions } from 'mysql2/promise';
import type { SchemaOptions } from './jetmon-tables.ts';
import { createLabDatabase, type LabDatabase, type ServerAccess } from './lab-database.ts';
import { type PrivateServer, type PrivateServerOptions, startPrivateServer } from './private-server.ts';

/** A server on which databases can be made: a private one, or the one named by FLEET_LAB_DATABASE_URL. */
export type LabServer = {
  /** The private server, or null when an existing one is used. */
  readonly privateServer: PrivateServer | null;
  /** Enough to make databases from another process; plain data. */
  readonly access: ServerAccess;
  /** A fresh database with Jetmon's tables. Dropped by `stop()` when it still exists then. */
  createDatabase(schema?: SchemaOptions): Promise<LabDatabase>;
  /** Ends the private server, or drops from the existing one all that was created here. */
  stop(): Promise<void>;
};

/** Options of the private server, and the URL of an existing one in its stead. */
export type LabServerOptions = PrivateServerOptions & {
  /** `mysql://user:password@host:port`; FLEET_LAB_DATABASE_URL unless told otherwise, '' forces a private server. */
  readonly databaseUrl?: string;
};

/** Starts the lab's server. Rejects with a readable message when it cannot be started or the URL is no MySQL URL. */
export async function startLabServer(options: LabServerOptions = {}): Promise<LabServer> {
  const url = options.databaseUrl ?? process.env.FLEET_LAB_DATABASE_URL ?? '';
  const privateServer = url === '' ? await startPrivateServer(options) : null;
  const access = privateServer ? privateAccess(privateServer) : externalAccess(url);
  // Promises, so that what is still being created when we stop is dropped too.
  const created: Promise<LabDatabase>[] = [];
  return {
    privateServer,
    access,
    createDatabase(schema) {
      const database = createLabDatabase(access, schema);
      created.push(database);
      return database;
    },
    async stop() {
      const settled = await Promise.allSettled(created);
      const databases = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const drops = databases.map((database) => database.drop());
      if (privateServer) {
        // It takes its databases with it, whether or not it still answers.
        await Promise.allSettled(drops);
        await privateServer.stop();
      } else {
        await Promise.all(drops);
      }
    },
  };
}

function privateAccess(server: PrivateServer): ServerAccess {
  return {
    admin: { socketPath: server.socketPath, user: 'root' },
    readerHost: server.host,
    readerPort: server.port,
    readerFrom: '127.0.0.1',
  };
}

/** How to reach the server of a `mysql://` URL. Throws when it is not one. */
export function externalAccess(url: string): ServerAccess {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed?.protocol !== 'mysql:' || !parsed.hostname) {
    throw new Error('FLEET_LAB_DATABASE_URL must look like mysql://user:password@host:3306');
  }
  const port = parsed.port === '' ? 3306 : Number(parsed.port);
  const admin: PoolOptions = {
    host: parsed.hostname,
    port,
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
  };
  return { admin, readerHost: parsed.hostname, readerPort: port, readerFrom: '%' };
}

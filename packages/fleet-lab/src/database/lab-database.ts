import { randomBytes } from 'node:crypto';
import { createPool, type Pool, type PoolOptions } from 'mysql2/promise';
import { jetmonTablesDdl, type SchemaOptions } from './jetmon-tables.ts';

/** What a reader needs to connect by TCP. */
export type ReaderAccess = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
};

/** One database of its own with Jetmon's tables. */
export type LabDatabase = {
  /** `fleet_lab_<pid>_<random>` */
  readonly name: string;
  /** An account that may SELECT in this database and nothing else. */
  readonly reader: ReaderAccess;
  /** May do anything in this database, which is its default one; sessions run in UTC. */
  readonly admin: Pool;
  /** Removes the database and its reader and closes `admin`. Safe to call twice. */
  drop(): Promise<void>;
};

/** How an administrator reaches the server, and where its readers come from. */
export type ServerAccess = {
  readonly admin: PoolOptions;
  readonly readerHost: string;
  readonly readerPort: number;
  /** Host part of the reader's account, such as `127.0.0.1` or `%`. */
  readonly readerFrom: string;
};

/** Creates a database with a unique name, Jetmon's tables and a SELECT-only account with a random password. */
export async function createLabDatabase(
  access: ServerAccess,
  schema: SchemaOptions = {},
): Promise<LabDatabase> {
  const name = `fleet_lab_${process.pid}_${randomBytes(4).toString('hex')}`;
  const user = `fl_${process.pid}_${randomBytes(4).toString('hex')}`;
  const password = randomBytes(18).toString('base64url');
  const account = `'${user}'@'${access.readerFrom}'`;
  await withServer(access, async (server) => {
    await server.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
    await server.query(`CREATE USER ${account} IDENTIFIED BY '${password}'`);
    // In GRANT's database name an underscore stands for any character unless escaped.
    await server.query(`GRANT SELECT ON \`${name.replaceAll('_', '\\_')}\`.* TO ${account}`);
  });
  const admin = createPool({ ...access.admin, database: name, timezone: 'Z' });
  // The callback pool's event comes before the connection is handed out, so this is its first statement.
  admin.pool.on('connection', (connection) => connection.query("SET time_zone = '+00:00'"));
  let dropped: Promise<void> | null = null;
  const drop = async (): Promise<void> => {
    await admin.end();
    await withServer(access, async (server) => {
      await server.query(`DROP DATABASE IF EXISTS ${name}`);
      await server.query(`DROP USER IF EXISTS ${account}`);
    });
  };
  try {
    for (const statement of jetmonTablesDdl(schema)) await admin.query(statement);
  } catch (error) {
    await drop();
    throw error;
  }
  return {
    name,
    reader: { host: access.readerHost, port: access.readerPort, user, password, database: name },
    admin,
    drop: () => {
      dropped ??= drop();
      return dropped;
    },
  };
}

async function withServer(access: ServerAccess, work: (server: Pool) => Promise<void>): Promise<void> {
  const server = createPool({ ...access.admin, connectionLimit: 1 });
  try {
    await work(server);
  } finally {
    await server.end();
  }
}

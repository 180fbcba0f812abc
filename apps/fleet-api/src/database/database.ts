import { Socket } from 'node:net';
import type { Query } from 'fleet-core/sql/query';
import { createPool, type Pool, type PoolConnection } from 'mysql2';
import { DatabaseFailure, toDatabaseFailure } from './database-failure.ts';
import { createPlaces, type Places } from './places.ts';

/** Sends one query on a connection that is held, and reads its rows. */
export type Send = <T>(query: Query<T>) => Promise<T>;

/** Reads only. Every read settles within its deadline, whatever the server or the network does. */
export type Database = {
  /** Rejects with a `DatabaseFailure`. */
  read<T>(query: Query<T>, deadlineMs: number): Promise<T>;
  /** Several queries that all see the database at one and the same instant. */
  readTogether<T>(work: (send: Send) => Promise<T>, deadlineMs: number): Promise<T>;
  /** Drops every connection, without waiting for reads under way. */
  close(): void;
};

export type DatabaseOptions = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** The server ends a statement after this long; should be less than the deadlines of the reads. */
  readonly statementTimeoutMs: number;
};

const MAX_CONNECTIONS = 4;

/** Less than the statement limit, so that a locked table is told apart from a slow query: waiting costs nothing. */
const LOCK_WAIT_TIMEOUT_SEC = 1;

/** A small pool; a connection is opened when it is first needed. */
export function openDatabase({ statementTimeoutMs, ...account }: DatabaseOptions): Database {
  const pool = createPool({
    ...account,
    connectionLimit: MAX_CONNECTIONS,
    maxIdle: 1,
    idleTimeout: 30_000,
    connectTimeout: statementTimeoutMs,
    keepAliveInitialDelay: 10_000,
    charset: 'utf8mb4',
    timezone: 'Z',
    dateStrings: true,
    jsonStrings: true,
    supportBigNumbers: true,
    multipleStatements: false,
    disableEval: true,
    flags: ['-LOCAL_FILES'],
  });
  const connections = { pool, places: createPlaces(MAX_CONNECTIONS), used: new WeakSet<PoolConnection>() };
  const open = new Set<PoolConnection>();
  pool.on('connection', (connection) => {
    open.add(connection);
    // The pool listens for one error only, and a corrupt stream can raise two: the second would end the process.
    connection.on('error', () => {});
    // The driver tells of an end only when the server ended it.
    streamOf(connection)?.once('close', () => open.delete(connection));
    for (const statement of sessionStatements(statementTimeoutMs)) {
      connection.query(statement, (error) => {
        if (error) destroy(connection, () => {});
      });
    }
  });
  return {
    read: (query, deadlineMs) => withConnection(connections, deadlineMs, (send) => send(query)),
    readTogether: (work, deadlineMs) =>
      withConnection(connections, deadlineMs, async (send) => {
        await send(BEGIN);
        const value = await work(send);
        await send(COMMIT);
        return value;
      }),
    close: () => {
      for (const connection of open) destroy(connection, () => {});
      pool.end(() => {});
    },
  };
}

/** Each server runs only the comment that is meant for it: MariaDB counts in seconds, MySQL in milliseconds. */
function sessionStatements(statementTimeoutMs: number): string[] {
  const mariaDb = `/*M!100101 , max_statement_time = ${statementTimeoutMs / 1000} */`;
  const mySql = `/*!50708 , max_execution_time = ${statementTimeoutMs} */`;
  return [
    `SET SESSION time_zone = '+00:00', lock_wait_timeout = ${LOCK_WAIT_TIMEOUT_SEC} ${mariaDb} ${mySql}`,
    'SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY',
  ];
}

const BEGIN: Query<void> = { sql: 'START TRANSACTION WITH CONSISTENT SNAPSHOT', params: [], read: () => {} };
const COMMIT: Query<void> = { sql: 'COMMIT', params: [], read: () => {} };

type Connections = {
  readonly pool: Pool;
  readonly places: Places;
  /** Those that have served before, and may have ended since. */
  readonly used: WeakSet<PoolConnection>;
};

/**
 * The deadline covers waiting for a connection as well as the query. The driver's own time-out covers
 * neither, and leaves a hung connection in the pool; so at the deadline the socket itself is destroyed.
 * A place is left once its socket is closed or idle, so that there are never more sockets
 * than places; the pool by itself would open one for each that it drops.
 */
async function withConnection<T>(
  { pool, places, used }: Connections,
  deadlineMs: number,
  work: (send: Send) => Promise<T>,
): Promise<T> {
  let giveUp = (): void => {};
  let expired = false;
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      expired = true;
      giveUp();
      reject(new DatabaseFailure('timeout', `no answer from the database within ${deadlineMs} ms`));
    }, deadlineMs);
  });

  async function answer(): Promise<T> {
    const leave = await places.take();
    if (expired) {
      leave();
      return expiry;
    }
    const connection = await acquire(pool).catch((error: unknown) => {
      leave();
      throw error;
    });
    if (expired) {
      connection.release();
      leave();
      return expiry;
    }
    // The driver never calls back for a query on a connection that we destroy.
    giveUp = () => destroy(connection, leave);
    try {
      const value = await work(async (query) => query.read(await send(connection, query)));
      used.add(connection);
      connection.release();
      leave();
      return value;
    } catch (error) {
      // A transaction may be open; a connection that failed is not worth keeping.
      giveUp();
      // The server may have ended an idle connection just as we took it; a new one tells what is the matter.
      if (!expired && used.has(connection) && isLost(error)) return answer();
      throw error;
    }
  }

  const answered = answer();
  answered.catch(() => {});
  try {
    return await Promise.race([answered, expiry]);
  } catch (error) {
    throw toDatabaseFailure(error);
  } finally {
    clearTimeout(timer);
  }
}

function isLost(error: unknown): boolean {
  return toDatabaseFailure(error).failureClass === 'unreachable';
}

function acquire(pool: Pool): Promise<PoolConnection> {
  return new Promise((resolve, reject) => {
    pool.getConnection((error, connection) => (error ? reject(toLostAnswer(error)) : resolve(connection)));
  });
}

function send(connection: PoolConnection, { sql, params }: Query<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    connection.query(sql, [...params], (error, rows) =>
      error ? reject(toLostAnswer(error)) : resolve(rows),
    );
  });
}

/** What the driver alone complains of, without a word from the server, is a stream that makes no sense. */
function toLostAnswer(error: unknown): DatabaseFailure {
  return toDatabaseFailure(error, 'unreachable');
}

/** The driver only half-closes; a frozen server would keep the socket and its descriptor. */
function destroy(connection: PoolConnection, onClosed: () => void): void {
  connection.destroy();
  const stream = streamOf(connection);
  if (stream === undefined || stream.closed) {
    onClosed();
    return;
  }
  stream.once('close', onClosed);
  stream.destroy();
}

function streamOf(connection: PoolConnection): Socket | undefined {
  const stream: unknown = Reflect.get(connection, 'stream');
  return stream instanceof Socket ? stream : undefined;
}

import { connect } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Query } from 'fleet-core/sql/query';
import { createConnection } from 'mysql2';
import { toDatabaseFailure } from './database-failure.ts';

/** Sends one query on a connection that is held, and reads its rows. */
export type Send = <T>(query: Query<T>) => Promise<T>;

/** Where the database is, who reads it, and how long one statement may take. */
export type Access = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** The server ends a statement after this long; should be less than the deadlines of the reads. */
  readonly statementTimeoutMs: number;
};

/** A session with the database, read-only. */
export type Connection = {
  /** Rejects with a `DatabaseFailure`; never settles once the connection is dropped. */
  readonly send: Send;
  /** Ends it at once. */
  drop(): void;
  /** Resolves when its socket is gone, whoever ended it. */
  readonly closed: Promise<void>;
};

/** Less than the statement limit, so that a locked table is told apart from a slow query: waiting costs nothing. */
const LOCK_WAIT_TIMEOUT_SEC = 1;

/** Begins to connect; the first query waits for that, and fails if it fails. */
export function openConnection({ statementTimeoutMs, ...account }: Access): Connection {
  const { host, port } = account;
  // A socket of our own: the driver only half-closes its, and a frozen server would keep that and its descriptor.
  const socket = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: 10_000 });
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const driver = createConnection({
    ...account,
    stream: socket,
    connectTimeout: statementTimeoutMs,
    charset: 'utf8mb4',
    timezone: 'Z',
    dateStrings: true,
    jsonStrings: true,
    supportBigNumbers: true,
    multipleStatements: false,
    disableEval: true,
    flags: ['-LOCAL_FILES'],
  });
  // What goes wrong is told by the query that it concerns; an error without a listener would end the process.
  driver.on('error', () => {});

  function query(sql: string, params: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      driver.query(sql, [...params], (error, rows) =>
        // What the driver alone complains of, without a word from the server, is a stream that makes no sense.
        error ? reject(toDatabaseFailure(error, 'unreachable')) : resolve(rows),
      );
    });
  }

  const ready = Promise.all(sessionStatements(statementTimeoutMs).map((sql) => query(sql, [])));
  ready.catch(() => {});
  return {
    closed,
    async send({ sql, params, read }) {
      await ready;
      return read(await query(sql, params), () => nextTurn());
    },
    drop() {
      driver.destroy();
      socket.destroy();
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

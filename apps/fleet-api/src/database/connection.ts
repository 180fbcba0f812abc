import { connect } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Query } from 'fleet-core/sql/query';
import { createConnection } from 'mysql2';
import { DatabaseFailure, toDatabaseFailure } from './database-failure.ts';
import { readVariables, showVariables } from './server-variables.ts';
import { SESSION_VARIABLES, sessionFaults, sessionStatements } from './session.ts';

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

  // The driver only warns of a packet that was lost, and would go on with the rows that are left.
  let isPacketLost = false;
  driver.on('warn', () => {
    isPacketLost = true;
    socket.destroy();
  });

  function query(sql: string, params: readonly unknown[] = []): Promise<unknown> {
    return new Promise((resolve, reject) => {
      driver.query(sql, [...params], (error, rows) => {
        // What the driver alone complains of, without a word from the server, is a stream that makes no sense.
        if (error) reject(toDatabaseFailure(error, 'unreachable'));
        else if (isPacketLost) reject(new DatabaseFailure('unreachable', 'a packet was lost on the way'));
        else resolve(rows);
      });
    });
  }

  let isLoggedIn = false;
  driver.once('connect', () => {
    isLoggedIn = true;
  });

  async function setUp(): Promise<void> {
    const statements = sessionStatements(statementTimeoutMs);
    await Promise.all(statements.map((sql) => query(sql))).catch((error: unknown) => {
      throw isLoggedIn ? toSessionFailure(error) : error;
    });
    const variables = readVariables(await query(showVariables(SESSION_VARIABLES)));
    const faults = sessionFaults(variables, statementTimeoutMs);
    if (faults.length > 0)
      throw new DatabaseFailure('session', `the session does not hold: ${faults.join(', ')}`);
  }

  const ready = setUp();
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

/** A server that answers, and does not let the session be as it must be. */
function toSessionFailure(error: unknown): DatabaseFailure {
  const failure = toDatabaseFailure(error);
  return failure.errno === undefined || !['internal', 'denied'].includes(failure.failureClass)
    ? failure
    : new DatabaseFailure('session', 'the session could not be set up', { cause: failure.cause });
}

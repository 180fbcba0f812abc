import { connect, type Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Query } from 'fleet-core/sql/query';
import { createConnection } from 'mysql2';
import type { Access } from './access.ts';
import { DatabaseFailure, toDatabaseFailure } from './database-failure.ts';
import { authPlugins } from './log-in/auth-plugins.ts';
import { offersTls, type Tls } from './log-in/tls.ts';
import { arrivingRows, readArriving } from './rows/read-repeated.ts';
import type { ArrivingRows } from './rows/repeated-rows.ts';
import { rowsOfOneShape } from './rows/rows-of-one-shape.ts';
import { IDENTITY_VARIABLES, identityOf } from './session/server-identity.ts';
import { readVariables, showVariables } from './session/server-variables.ts';
import { SESSION_VARIABLES, sessionFaults, sessionStatements } from './session/session-settings.ts';

/** Sends one query on a connection that is held, and reads its rows. Rejects with a `DatabaseFailure`. */
export type Send = <T>(query: Query<T>) => Promise<T>;

/** A session with the database, read-only. */
export type Connection = {
  /** Waits for the session to be set up; rejects once the connection is closed. */
  readonly send: Send;
  /** Which server answers, once the session is set up as it must be. Rejects with a `DatabaseFailure`. */
  readonly ready: Promise<string>;
  /** Which server answers now, if the session still is as it must be. Rejects with a `DatabaseFailure`. */
  look(): Promise<string>;
  /** Ends it in good order, for when it has nothing to do. */
  end(): void;
  /** Ends it at once. */
  drop(): void;
  /** Resolves when its socket is gone, whoever ended it. */
  readonly closed: Promise<void>;
};

/** A server that is asked to end a session, and does not, is not waited for longer. */
const LONGEST_GOODBYE_MS = 500;

const LOOKED_AT = [...SESSION_VARIABLES, ...IDENTITY_VARIABLES];

/** Begins to connect and to set up the session, over TLS where it is given. */
export function openConnection(access: Access, tls: Tls | undefined): Connection {
  const { user, password, database, statementTimeoutMs, socketPath } = access;
  const socket = openSocket(access);
  if (tls?.isOptional === true)
    socket.once('data', (greeting) => {
      if (!offersTls(greeting)) delete driver.config.ssl;
    });
  const driver = createConnection({
    ...(tls === undefined ? {} : { host: tls.host, ssl: tls.options }),
    authPlugins: authPlugins(socketPath !== undefined || (tls?.isVerified === true && !tls.isOptional)),
    user,
    password,
    database,
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
  let isLoggedIn = false;
  driver.once('connect', () => {
    isLoggedIn = true;
  });
  // The driver only warns of a packet that was lost, and would go on with the rows that are left.
  let isPacketLost = false;
  driver.on('warn', () => {
    isPacketLost = true;
    socket.destroy();
  });
  /** What is to be told to whoever waits; the driver forgets them when it is destroyed. */
  const waiting = new Set<(failure: DatabaseFailure) => void>();
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => {
      for (const reject of waiting) reject(new DatabaseFailure('unreachable', 'the connection was closed'));
      resolve();
    });
  });

  async function query(
    sql: string,
    params: readonly unknown[] = [],
    arriving?: ArrivingRows,
  ): Promise<unknown> {
    let stopWaiting = () => {};
    const answer = new Promise<unknown>((resolve, reject) => {
      waiting.add(reject);
      stopWaiting = () => waiting.delete(reject);
      const statement = driver.query(
        { sql, values: [...params], rowsAsArray: true },
        (error, found, fields) => {
          // What the driver alone complains of, without a word from the server, is a stream that makes no sense.
          if (error) reject(toDatabaseFailure(error, 'unreachable'));
          else if (isPacketLost) reject(new DatabaseFailure('unreachable', 'a packet was lost on the way'));
          else {
            arriving?.keep();
            resolve(areLists(found) ? rowsOfOneShape(namesOf(fields), found) : found);
          }
        },
      );
      if (arriving !== undefined) readArriving(statement, arriving);
    });
    return answer.finally(stopWaiting);
  }

  async function look(): Promise<string> {
    const variables = readVariables(await query(showVariables(LOOKED_AT)));
    const faults = sessionFaults(variables, statementTimeoutMs);
    if (faults.length > 0)
      throw new DatabaseFailure('session', `the session does not hold: ${faults.join(', ')}`);
    return identityOf(variables);
  }

  async function setUp(): Promise<string> {
    const statements = sessionStatements(statementTimeoutMs);
    await Promise.all(statements.map((sql) => query(sql))).catch((error: unknown) => {
      throw isLoggedIn ? toSessionFailure(error) : error;
    });
    return look();
  }

  const ready = setUp();
  ready.catch(() => {});
  return {
    closed,
    ready,
    look,
    async send(sent) {
      await ready;
      const found = await query(sent.sql, sent.params, arrivingRows(sent));
      return sent.read(found, () => nextTurn());
    },
    end() {
      driver.end();
      const timer = setTimeout(() => socket.destroy(), LONGEST_GOODBYE_MS);
      void closed.then(() => clearTimeout(timer));
    },
    drop() {
      driver.destroy();
      socket.destroy();
    },
  };
}

/** A statement that reads gives rows, any other something else. */
function areLists(found: unknown): found is unknown[][] {
  return Array.isArray(found) && found.every(Array.isArray);
}

function namesOf(fields: readonly { readonly name: string }[]): string[] {
  return fields.map(({ name }) => name);
}

/** A socket of our own: the driver only half-closes its, and a frozen server would keep that and its descriptor. */
function openSocket({ host, port, socketPath }: Access): Socket {
  return socketPath === undefined
    ? connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: 10_000 })
    : connect({ path: socketPath });
}

const NO_PRIVILEGE = 1227;

/** A server that lets us in, and does not let the session be as it must be. */
function toSessionFailure(error: unknown): DatabaseFailure {
  const failure = toDatabaseFailure(error);
  const isRefused = failure.failureClass === 'internal' || failure.errno === NO_PRIVILEGE;
  if (failure.errno === undefined || !isRefused) return failure;
  return new DatabaseFailure('session', 'the session could not be set up', { cause: failure.cause });
}

import type { Query } from 'fleet-core/sql/query';
import type { Access } from './access.ts';
import type { Send } from './connection.ts';
import { DatabaseFailure, toDatabaseFailure } from './database-failure.ts';
import { createLogIn } from './log-in/log-in.ts';
import { keepConnections } from './pool/connections.ts';

/** Reads only. Every read settles within its deadline, whatever the server or the network does. */
export type Database = {
  /** Rejects with a `DatabaseFailure`. */
  read<T>(query: Query<T>, deadlineMs: number): Promise<T>;
  /** Several queries that all see the database at one and the same instant. */
  readTogether<T>(work: (send: Send) => Promise<T>, deadlineMs: number): Promise<T>;
  /** Why the server lately refused us a further connection, while reads go on over those there are. */
  refusal(): DatabaseFailure | undefined;
  /** How often a server answered that was another than before: whoever knows something of the server asks anew when that grows, as it does with `renew`, too. */
  serversMet(): number;
  /** Takes this password, if one is given, or reads its file anew where there is one, and ends every session between two reads: for an operator who wants it now. */
  renew(password?: string): Promise<void>;
  /** Drops every connection; reads under way fail. */
  close(): void;
};

/** Opens connections when they are needed, a few at most. */
export function openDatabase(access: Access): Database {
  const logIn = createLogIn(access);
  const connections = keepConnections(logIn.open);
  const reads = new Set<AbortController>();
  let isClosed = false;

  /**
   * The deadline covers waiting for a turn and connecting as well as the query. The driver's own time-out covers
   * neither, and keeps a hung connection; so at the deadline the socket is destroyed.
   */
  async function withConnection<T>(deadlineMs: number, work: (send: Send) => Promise<T>): Promise<T> {
    if (isClosed) throw closedFailure();
    const read = new AbortController();
    reads.add(read);
    let isWaiting = true;
    const timer = setTimeout(() => {
      read.abort(isWaiting ? notServed(deadlineMs) : noAnswer(deadlineMs));
      // Whatever silenced this connection has silenced the idle ones, too: each would cost a deadline of its own.
      connections.dropIdle();
    }, deadlineMs);
    const aborted = new Promise<never>((_, reject) => {
      read.signal.addEventListener('abort', () => reject(read.signal.reason), { once: true });
    });
    try {
      const served = (send: Send) => {
        isWaiting = false;
        return work(send);
      };
      return await Promise.race([answer(read.signal, served), aborted]);
    } catch (error) {
      throw toDatabaseFailure(error);
    } finally {
      clearTimeout(timer);
      reads.delete(read);
    }
  }

  /** Reads that wait their turn take their time from one another; who grants too few connections is to be told. */
  function notServed(deadlineMs: number): DatabaseFailure {
    const refusal = connections.refusal();
    if (refusal === undefined) return noAnswer(deadlineMs);
    const message = `no connection became free within ${Math.round(deadlineMs)} ms, and the server grants no further one`;
    return new DatabaseFailure(refusal.failureClass, message, { cause: refusal.cause });
  }

  async function answer<T>(signal: AbortSignal, work: (send: Send) => Promise<T>): Promise<T> {
    const { connection, wasIdle, giveBack } = await connections.lease(signal);
    const drop = () => connection.drop();
    signal.addEventListener('abort', drop, { once: true });
    try {
      const value = await work(connection.send);
      giveBack();
      return value;
    } catch (error) {
      // A transaction may be open; a connection that failed is not worth keeping.
      connection.drop();
      // The server may have ended an idle connection just as we took it; a new one tells what is the matter.
      if (!signal.aborted && wasIdle && isLost(error)) return answer(signal, work);
      throw error;
    } finally {
      signal.removeEventListener('abort', drop);
    }
  }

  return {
    read: (query, deadlineMs) => withConnection(deadlineMs, (send) => send(query)),
    readTogether: (work, deadlineMs) =>
      withConnection(deadlineMs, async (send) => {
        await send(BEGIN);
        const value = await work(send);
        await send(COMMIT);
        return value;
      }),
    refusal: connections.refusal,
    serversMet: connections.serversMet,
    async renew(password) {
      await logIn.renew(password);
      connections.renew();
    },
    close() {
      isClosed = true;
      connections.close();
      for (const read of reads) read.abort(closedFailure());
    },
  };
}

const BEGIN: Query<void> = { sql: 'START TRANSACTION WITH CONSISTENT SNAPSHOT', params: [], read: () => {} };
const COMMIT: Query<void> = { sql: 'COMMIT', params: [], read: () => {} };

function noAnswer(deadlineMs: number): DatabaseFailure {
  return new DatabaseFailure('timeout', `no answer from the database within ${Math.round(deadlineMs)} ms`);
}

function closedFailure(): DatabaseFailure {
  return new DatabaseFailure('unreachable', 'the connections of this process are closed');
}

function isLost(error: unknown): boolean {
  return toDatabaseFailure(error).failureClass === 'unreachable';
}

import type { Query } from 'fleet-core/sql/query';
import { type Access, type Connection, openConnection, type Send } from './connection.ts';
import { DatabaseFailure, toDatabaseFailure } from './database-failure.ts';
import { keepIdleConnections } from './idle-connections.ts';
import { createSemaphore } from './semaphore.ts';

/** Reads only. Every read settles within its deadline, whatever the server or the network does. */
export type Database = {
  /** Rejects with a `DatabaseFailure`. */
  read<T>(query: Query<T>, deadlineMs: number): Promise<T>;
  /** Several queries that all see the database at one and the same instant. */
  readTogether<T>(work: (send: Send) => Promise<T>, deadlineMs: number): Promise<T>;
  /** Drops every connection, without waiting for reads under way. */
  close(): void;
};

const MAX_CONNECTIONS = 4;
const LONGEST_IDLE_MS = 30_000;

/**
 * A few connections, opened when they are needed. A read holds a permit until its connection is idle or
 * the socket is closed, so that there are never more sockets than permits, those being closed included.
 */
export function openDatabase(access: Access): Database {
  const semaphore = createSemaphore(MAX_CONNECTIONS);
  const idle = keepIdleConnections(LONGEST_IDLE_MS);
  /** Every open connection, and what releases the permit of the read that uses it. */
  const open = new Map<Connection, () => void>();
  let isClosed = false;

  function connect(): Connection {
    if (isClosed) throw new DatabaseFailure('unreachable', 'the connections of this process are closed');
    const connection = openConnection(access);
    void connection.closed.then(() => {
      idle.forget(connection);
      open.get(connection)?.();
      open.delete(connection);
    });
    return connection;
  }

  /**
   * The deadline covers waiting for a permit and connecting as well as the query. The driver's own
   * time-out covers neither, and keeps a hung connection; so at the deadline the socket is destroyed.
   */
  async function withConnection<T>(deadlineMs: number, work: (send: Send) => Promise<T>): Promise<T> {
    let held: Connection | undefined;
    let expired = false;
    let timer: NodeJS.Timeout | undefined;
    const expiry = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        expired = true;
        held?.drop();
        // Whatever silenced this connection has silenced them, too: each would cost a deadline of its own.
        if (held !== undefined) idle.dropAll();
        reject(new DatabaseFailure('timeout', `no answer from the database within ${deadlineMs} ms`));
      }, deadlineMs);
    });

    async function answer(): Promise<T> {
      const release = await semaphore.acquire();
      if (expired) {
        release();
        return expiry;
      }
      const lastUsed = idle.take();
      try {
        held = lastUsed ?? connect();
      } catch (error) {
        release();
        throw error;
      }
      const connection = held;
      open.set(connection, release);
      try {
        const value = await work(connection.send);
        held = undefined;
        if (open.has(connection)) idle.put(connection);
        release();
        return value;
      } catch (error) {
        // A transaction may be open; a connection that failed is not worth keeping.
        connection.drop();
        // The server may have ended an idle connection just as we took it; a new one tells what is the matter.
        if (!expired && lastUsed !== undefined && isLost(error)) return answer();
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

  return {
    read: (query, deadlineMs) => withConnection(deadlineMs, (send) => send(query)),
    readTogether: (work, deadlineMs) =>
      withConnection(deadlineMs, async (send) => {
        await send(BEGIN);
        const value = await work(send);
        await send(COMMIT);
        return value;
      }),
    close() {
      isClosed = true;
      for (const connection of open.keys()) connection.drop();
    },
  };
}

const BEGIN: Query<void> = { sql: 'START TRANSACTION WITH CONSISTENT SNAPSHOT', params: [], read: () => {} };
const COMMIT: Query<void> = { sql: 'COMMIT', params: [], read: () => {} };

function isLost(error: unknown): boolean {
  return toDatabaseFailure(error).failureClass === 'unreachable';
}

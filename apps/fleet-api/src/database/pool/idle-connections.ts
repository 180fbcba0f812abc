import type { Connection } from '../connection.ts';

/** Connections that nobody uses at the moment, kept for a while for the next who needs one. */
export type IdleConnections = {
  /** The one that was used last, or none. */
  take(): Connection | undefined;
  /** Keeps it until it is taken, for `longestMs` at most. */
  put(connection: Connection, longestMs: number): void;
  /** Takes out this one; whether it was there. */
  remove(connection: Connection): boolean;
  has(connection: Connection): boolean;
  all(): Connection[];
};

/** Tells `expire` of each connection that was not taken in time; it is kept until somebody takes or removes it. */
export function keepIdleConnections(expire: (connection: Connection) => void): IdleConnections {
  const idle = new Map<Connection, NodeJS.Timeout>();

  function remove(connection: Connection): boolean {
    clearTimeout(idle.get(connection));
    return idle.delete(connection);
  }

  return {
    remove,
    has: (connection) => idle.has(connection),
    all: () => [...idle.keys()],
    take() {
      const last = [...idle.keys()].at(-1);
      if (last !== undefined) remove(last);
      return last;
    },
    put(connection, longestMs) {
      const timer = setTimeout(() => expire(connection), longestMs);
      timer.unref();
      idle.set(connection, timer);
    },
  };
}

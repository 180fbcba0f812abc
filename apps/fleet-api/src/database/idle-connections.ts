import type { Connection } from './connection.ts';

/** Connections that nobody uses at the moment, kept for a while for the next who needs one. */
export type IdleConnections = {
  /** The one that was used last, or none. */
  take(): Connection | undefined;
  put(connection: Connection): void;
  /** For one that has ended. */
  forget(connection: Connection): void;
  /** For when one of them, or one like them, was found dead. */
  dropAll(): void;
};

/** Drops what is not taken again within `longestMs`. */
export function keepIdleConnections(longestMs: number): IdleConnections {
  const idle = new Map<Connection, NodeJS.Timeout>();

  function forget(connection: Connection): void {
    clearTimeout(idle.get(connection));
    idle.delete(connection);
  }

  return {
    forget,
    dropAll() {
      for (const connection of [...idle.keys()]) {
        forget(connection);
        connection.drop();
      }
    },
    take() {
      const last = [...idle.keys()].at(-1);
      if (last !== undefined) forget(last);
      return last;
    },
    put(connection) {
      const timer = setTimeout(() => connection.drop(), longestMs);
      timer.unref();
      idle.set(connection, timer);
    },
  };
}

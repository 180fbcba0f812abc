import { startStopwatch } from '../../stopwatch.ts';
import type { Connection } from '../connection.ts';
import { type DatabaseFailure, toDatabaseFailure } from '../database-failure.ts';
import type { LogIn } from '../log-in/log-in.ts';
import { keepIdleConnections } from './idle-connections.ts';
import { isRefusal, keepRefusals } from './refusals.ts';
import { createSemaphore } from './semaphore.ts';

/** A connection for one read. */
export type Lease = {
  readonly connection: Connection;
  /** Whether it was idle before: the server may have ended it just now. */
  readonly wasIdle: boolean;
  /** For a read that went well; after any other the connection is to be dropped. */
  giveBack(): void;
};

/** The few connections there are, shared by all reads. */
export type Connections = {
  /** Waits its turn. Rejects with a `DatabaseFailure`, or with the signal's reason. */
  lease(signal: AbortSignal): Promise<Lease>;
  /** Why the server lately refused us a further connection, while reads go on over those there are. */
  refusal(): DatabaseFailure | undefined;
  /** How often a server answered that was another than before; the first one counts, and the first after `renew`. */
  serversMet(): number;
  /** For when one of them, or one like them, was found dead. */
  dropIdle(): void;
  /** Ends each between two reads: the next ones go over new connections. */
  renew(): void;
  /** Drops all of them. */
  close(): void;
};

/** A read holds a permit until its connection is idle or the socket closed: never more sockets than permits. */
const MAX_CONNECTIONS = 4;
const LONGEST_IDLE_MS = 30_000;
/** A name may lead to another server after a fail-over, while the old one lives: no session outlasts that for long. */
const LONGEST_LIFE_MS = 60_000;
/** How long ago a server was last looked at, at most, when it is read from. */
const LONGEST_UNSEEN_MS = 5000;
/** After a refusal it is a while before another connection is tried. */
const REFUSED_FOR_MS = 30_000;

type Kept = {
  readonly server: string;
  readonly ageMs: () => number;
  lifeMs: number;
  /** Gives back the permit of whoever holds it. */
  release: () => void;
};

const NO_PERMIT = () => {};

/** Keeps the sessions that `open` opens; it rejects only when nothing is left of the attempt. `random` spreads the ends of sessions. */
export function keepConnections(open: LogIn['open'], random: () => number = Math.random): Connections {
  const semaphore = createSemaphore(MAX_CONNECTIONS);
  const idle = keepIdleConnections((connection) => void endIdle(connection));
  const kept = new Map<Connection, Kept>();
  let loggingIn = 0;
  let [lastServer, serversMet]: [string | undefined, number] = [undefined, 0];
  let sinceSeenMs = startStopwatch();
  const refusals = keepRefusals(REFUSED_FOR_MS);

  async function lease(signal: AbortSignal): Promise<Lease> {
    const release = await semaphore.acquire();
    try {
      signal.throwIfAborted();
      return (await leaseIdle(release, signal)) ?? (await leaseNew(release, signal));
    } catch (error) {
      const failure = toDatabaseFailure(error);
      if (signal.aborted || !isRefusal(failure) || kept.size + loggingIn === 0) {
        release();
        throw error;
      }
      refusals.add(failure, release);
      return lease(signal);
    }
  }

  async function leaseIdle(release: () => void, signal: AbortSignal): Promise<Lease | undefined> {
    for (let connection = idle.take(); connection !== undefined; connection = idle.take()) {
      if (await isGood(connection, signal)) return toLease(connection, release, true);
      connection.end();
      await connection.closed;
      signal.throwIfAborted();
    }
    return undefined;
  }

  /** Whether a connection may serve on. Whatever else is the matter, a new one will tell. */
  async function isGood(connection: Connection, signal: AbortSignal): Promise<boolean> {
    const facts = kept.get(connection);
    if (facts === undefined || facts.ageMs() >= facts.lifeMs) return false;
    if (sinceSeenMs() < LONGEST_UNSEEN_MS) return true;
    const drop = () => connection.drop();
    signal.addEventListener('abort', drop, { once: true });
    try {
      const server = await connection.look();
      sinceSeenMs = startStopwatch();
      forsakeOthers(server);
      return server === facts.server;
    } catch {
      return false;
    } finally {
      signal.removeEventListener('abort', drop);
    }
  }

  async function leaseNew(release: () => void, signal: AbortSignal): Promise<Lease> {
    loggingIn += 1;
    const { connection, server } = await open(signal).finally(() => {
      loggingIn -= 1;
    });
    if (server !== lastServer) [lastServer, serversMet] = [server, serversMet + 1];
    forsakeOthers(server);
    sinceSeenMs = startStopwatch();
    const lifeMs = LONGEST_LIFE_MS * (0.5 + random() / 2);
    kept.set(connection, { server, ageMs: startStopwatch(), lifeMs, release: NO_PERMIT });
    void connection.closed.then(() => {
      idle.remove(connection);
      kept.get(connection)?.release();
      kept.delete(connection);
    });
    return toLease(connection, release, false);
  }

  function toLease(connection: Connection, release: () => void, wasIdle: boolean): Lease {
    const facts = kept.get(connection);
    if (facts !== undefined) facts.release = release;
    return {
      connection,
      wasIdle,
      giveBack() {
        const leftMs = facts === undefined ? 0 : facts.lifeMs - facts.ageMs();
        if (facts === undefined || leftMs <= 0 || !kept.has(connection)) return connection.end();
        facts.release = NO_PERMIT;
        idle.put(connection, Math.min(LONGEST_IDLE_MS, leftMs));
        release();
      },
    };
  }

  /** An idle connection that ends needs a permit as well: its socket counts until it is closed. */
  async function endIdle(connection: Connection): Promise<void> {
    if (!idle.has(connection)) return;
    const release = await semaphore.acquire();
    if (idle.remove(connection)) {
      connection.end();
      await connection.closed;
    }
    release();
  }

  /** Ends, each after its read, those with another server than the one that answers now, or with what it was. */
  function forsakeOthers(server: string): void {
    forsake((facts) => facts.server !== server);
  }

  function forsake(isForsaken: (facts: Kept) => boolean): void {
    for (const [connection, facts] of kept) {
      if (!isForsaken(facts)) continue;
      facts.lifeMs = 0;
      void endIdle(connection);
    }
  }

  return {
    lease,
    renew() {
      lastServer = undefined;
      forsake(() => true);
    },
    refusal: refusals.last,
    serversMet: () => serversMet,
    dropIdle() {
      for (const connection of idle.all()) {
        idle.remove(connection);
        connection.drop();
      }
    },
    close() {
      for (const connection of kept.keys()) connection.drop();
    },
  };
}

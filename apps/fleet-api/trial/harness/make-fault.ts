import { setTimeout as sleep } from 'node:timers/promises';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import type { PrivateServer } from 'fleet-lab/database/private-server';
import type { PoolConnection } from 'mysql2/promise';
import type { FaultProxy } from './network/fault-proxy.ts';
import type { NetworkFault } from './network/network-fault.ts';
import { killIdleReader, killReader, readerAccount } from './tables/reader-account.ts';

/** What faults are made on: a database, and the network to it. */
export type FaultGround = { readonly database: LabDatabase; readonly proxy: FaultProxy };

/** A fault, as it begins and ends. */
export type Fault = {
  begin(ground: FaultGround): Promise<unknown>;
  end(ground: FaultGround): Promise<unknown>;
};

export function networkFault(fault: NetworkFault): Fault {
  return {
    begin: ({ proxy }) => proxy.set(fault),
    end: ({ proxy }) => proxy.set({ kind: 'pass' }),
  };
}

export function tableGone(table: string): Fault {
  return {
    begin: ({ database: { admin } }) => admin.query(`RENAME TABLE ${table} TO gone`),
    end: ({ database: { admin } }) => admin.query(`RENAME TABLE gone TO ${table}`),
  };
}

export function tableLocked(table: string): Fault {
  let locker: PoolConnection | undefined;
  return {
    async begin({ database: { admin } }) {
      locker = await admin.getConnection();
      await locker.query(`LOCK TABLES ${table} WRITE`);
    },
    async end() {
      await locker?.query('UNLOCK TABLES');
      locker?.release();
    },
  };
}

/** Kills the reader's connections again and again, those alone that have nothing to do where told so. */
export function connectionsKilled(everyMs: number, onlyIdle = false): Fault {
  let killing: NodeJS.Timeout | undefined;
  return {
    async begin({ database }) {
      const kill = onlyIdle ? killIdleReader(database) : () => killReader(database);
      killing = setInterval(() => void kill(), everyMs);
    },
    end: async () => clearInterval(killing),
  };
}

/** The reader's account may hold so many connections; those that it has end once. */
export function connectionsLimited(most: number): Fault {
  const limit = async ({ admin, reader }: LabDatabase, connections: number) =>
    admin.query(
      `ALTER USER ${await readerAccount({ admin, reader })} WITH MAX_USER_CONNECTIONS ${connections}`,
    );
  return {
    async begin({ database }) {
      await limit(database, most);
      const killIdle = killIdleReader(database);
      await killIdle();
      await killIdle();
    },
    end: ({ database }) => limit(database, 0),
  };
}

/** The server takes no writes, as one that is no longer the primary. */
export function becomesReadOnly(): Fault {
  const setReadOnly =
    (isReadOnly: boolean): Fault['begin'] =>
    ({ database: { admin } }) =>
      admin.query(`SET GLOBAL read_only = ${isReadOnly ? 'ON' : 'OFF'}`);
  return { begin: setReadOnly(true), end: setReadOnly(false) };
}

/** The server takes what is sent and says nothing (SIGSTOP). */
export function serverStandsStill(server: PrivateServer): Fault {
  return {
    begin: async () => server.signal('SIGSTOP'),
    end: async () => server.signal('SIGCONT'),
  };
}

/** The server is killed, or is shut down in good order; at the end it is started again. */
export function serverEnds(server: PrivateServer, how: 'killed' | 'shut down'): Fault {
  return {
    async begin({ database }) {
      server.setHeld(true);
      if (how === 'killed') server.signal('SIGKILL');
      else await database.admin.query('SHUTDOWN');
    },
    async end({ database }) {
      server.setHeld(false);
      await untilWell(database);
    },
  };
}

async function untilWell({ admin }: LabDatabase): Promise<void> {
  const signal = AbortSignal.timeout(15_000);
  while (!(await admin.query('SELECT 1').catch(() => null))) await sleep(50, undefined, { signal });
}

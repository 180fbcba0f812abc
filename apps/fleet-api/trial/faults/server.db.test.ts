import { setTimeout as sleep } from 'node:timers/promises';
import type { PrivateServer } from 'fleet-lab/database/private-server';
import { findServerSoftware } from 'fleet-lab/database/server-software';
import { type Connection, createConnection } from 'mysql2/promise';
import { describe, expect, it } from 'vitest';
import { withOwnServer } from '../harness/fixtures/with-own-server.ts';
import {
  connectionsKilled,
  type Fault,
  type FaultGround,
  serverEnds,
  serverStandsStill,
} from '../harness/make-fault.ts';
import { killReader } from '../harness/tables/reader-account.ts';
import { type NamedFault, testFault } from './test-fault.ts';

/** Every connection that the server has is taken, those of the API included. */
function noConnectionLeft(server: PrivateServer): Fault {
  const taken: Connection[] = [];
  let lasts = true;
  let holding: Promise<void> | undefined;
  const takeAll = async ({ database }: FaultGround) => {
    for (let killed = 1; killed > 0; killed = await killReader(database)) {
      for (;;) {
        const connection = await createConnection({ socketPath: server.socketPath, user: 'root' }).catch(
          () => null,
        );
        if (connection === null) break;
        taken.push(connection);
      }
    }
  };
  return {
    async begin(ground) {
      await takeAll(ground);
      // One of the API's that was just logging in is no reader yet, and would be left to it.
      holding = (async () => {
        while (lasts) {
          await takeAll(ground);
          await sleep(100);
        }
      })();
    },
    async end() {
      lasts = false;
      await holding;
      await Promise.all(taken.map((connection) => connection.end()));
    },
  };
}

type ServerFault = Omit<NamedFault, keyof Fault> & {
  readonly named: string;
  readonly on: (server: PrivateServer) => Fault;
  readonly serverArguments?: readonly string[];
};

const TOLD: ServerFault[] = [
  {
    named: 'stands still (SIGSTOP)',
    title: 'the server stands still (SIGSTOP)',
    failureClass: 'timeout',
    on: serverStandsStill,
  },
  {
    named: 'is killed and started again',
    title: 'the server is killed (kill -9) and started again',
    failureClass: 'unreachable',
    on: (server) => serverEnds(server, 'killed'),
  },
  {
    named: 'is restarted in good order',
    title: 'the server is restarted in good order',
    failureClass: 'unreachable',
    on: (server) => serverEnds(server, 'shut down'),
  },
  {
    named: 'has no connection left',
    title: 'the server has no connection left (max_connections)',
    failureClass: 'too_many_connections',
    on: noConnectionLeft,
    serverArguments: ['--max-connections=12'],
  },
];

const UNNOTICED: ServerFault[] = [
  {
    named: 'closes idle connections again and again',
    title: 'idle connections are killed, five times a second',
    on: () => connectionsKilled(200, true),
  },
  {
    named: 'ends every connection that was idle for 1 s (wait_timeout = 1)',
    title: 'connections end after 1 s without a read (wait_timeout = 1)',
    cacheTtlMs: 2600,
    on: () => ({ begin: async () => {}, end: async () => {} }),
    serverArguments: ['--wait-timeout=1'],
  },
];

const testServerFault = ({ on, named: _, serverArguments = [], ...fault }: ServerFault) =>
  withOwnServer((server, database) => testFault(database, { ...fault, ...on(server) }), serverArguments);

describe.skipIf(findServerSoftware() === null)(
  'with 50 clients and a server of our own (needs MariaDB or MySQL installed), while the server',
  { concurrent: true },
  () => {
    it.for(TOLD)('$named, each is answered in time and truly, and it heals by itself', async (fault) => {
      await testServerFault(fault);
    });

    it.for(UNNOTICED)('$named, no client notices', async (fault) => {
      const endured = await testServerFault(fault);
      expect(endured.problemCount).toBe(0);
      // Else none was ever found idle.
      expect(endured.attempts).toBeGreaterThan(0);
    });
  },
);

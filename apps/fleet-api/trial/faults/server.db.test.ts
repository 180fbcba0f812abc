import { startLabServer } from 'fleet-lab/database/lab-server';
import type { PrivateServer } from 'fleet-lab/database/private-server';
import { findServerSoftware } from 'fleet-lab/database/server-software';
import { type Connection, createConnection } from 'mysql2/promise';
import { describe, expect, it, vi } from 'vitest';
import { killReader } from '../harness/reader-account.ts';
import type { Endured } from './endure-fault.ts';
import type { FaultStage } from './fault-stage.ts';
import { type NamedFault, testFault } from './test-fault.ts';

/** A server that the test may do anything to: each fault has its own. */
async function onOwnServer(
  makeFault: (server: PrivateServer) => NamedFault,
  serverArguments: string[] = [],
): Promise<Endured> {
  // What was written must survive a kill.
  const durable = '--innodb-flush-log-at-trx-commit=1';
  const lab = await startLabServer({
    databaseUrl: '',
    restarts: true,
    serverArguments: [durable, ...serverArguments],
  });
  try {
    if (lab.privateServer === null) throw new Error('the lab gave no private server');
    return await testFault(await lab.createDatabase(), makeFault(lab.privateServer));
  } finally {
    await lab.stop();
  }
}

function isWell({ database }: FaultStage): Promise<unknown> {
  return vi.waitFor(() => database.admin.query('SELECT 1'), { timeout: 15_000, interval: 50 });
}

/** Takes every connection that the server has, those of the API included. */
async function fill(server: PrivateServer, { database }: FaultStage): Promise<Connection[]> {
  const taken: Connection[] = [];
  for (let killed = 1; killed > 0; killed = await killReader(database)) {
    for (;;) {
      const connection = await createConnection({ socketPath: server.socketPath, user: 'root' }).catch(
        () => null,
      );
      if (connection === null) break;
      taken.push(connection);
    }
  }
  return taken;
}

const hasServer = findServerSoftware() !== null;

describe.skipIf(!hasServer)(
  'with 50 clients and a server of our own (needs MariaDB or MySQL installed), while the server',
  { concurrent: true },
  () => {
    it('stands still (SIGSTOP), each is answered in time and truly, and it heals by itself', () =>
      onOwnServer((server) => ({
        title: 'the server stands still (SIGSTOP)',
        failureClass: 'timeout',
        begin: async () => server.signal('SIGSTOP'),
        end: async () => server.signal('SIGCONT'),
      })));

    it('is killed and started again, each is answered in time and truly, and it heals by itself', () =>
      onOwnServer((server) => ({
        title: 'the server is killed (kill -9) and started again',
        failureClass: 'unreachable',
        async begin() {
          server.setHeld(true);
          server.signal('SIGKILL');
        },
        async end(stage) {
          server.setHeld(false);
          await isWell(stage);
        },
      })));

    it('is restarted in good order, each is answered in time and truly, and it heals by itself', () =>
      onOwnServer((server) => ({
        title: 'the server is restarted in good order',
        failureClass: 'unreachable',
        async begin({ database }) {
          server.setHeld(true);
          await database.admin.query('SHUTDOWN');
        },
        async end(stage) {
          server.setHeld(false);
          await isWell(stage);
        },
      })));

    it('has no connection left, each is answered in time and truly, and it heals by itself', async () => {
      let taken: Connection[] = [];
      await onOwnServer(
        (server) => ({
          title: 'the server has no connection left (max_connections)',
          failureClass: 'too_many_connections',
          async begin(stage) {
            taken = await fill(server, stage);
          },
          end: () => Promise.all(taken.map((connection) => connection.end())),
        }),
        ['--max-connections=12'],
      );
    });

    it('closes idle connections again and again, no client notices', async () => {
      let killing: NodeJS.Timeout | undefined;
      const endured = await onOwnServer(() => ({
        title: 'idle connections are killed, five times a second',
        async begin({ database }) {
          killing = setInterval(() => void killReader(database, true), 200);
        },
        end: async () => clearInterval(killing),
      }));
      expect(endured.problemCount).toBe(0);
      // Else none was ever found idle.
      expect(endured.attempts).toBeGreaterThan(0);
    });

    it('ends every connection that was idle for 1 s (wait_timeout = 1), no client notices', async () => {
      const endured = await onOwnServer(
        () => ({
          title: 'connections end after 1 s without a read (wait_timeout = 1)',
          cacheTtlMs: 2600,
          begin: async () => {},
          end: async () => {},
        }),
        ['--wait-timeout=1'],
      );
      expect(endured.problemCount).toBe(0);
      // Else none was ever idle for so long.
      expect(endured.attempts).toBeGreaterThan(0);
    });
  },
);

import { setTimeout as sleep } from 'node:timers/promises';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import type { PrivateServer } from 'fleet-lab/database/private-server';
import type { FaultProxy } from '../harness/fault-proxy.ts';
import type { NetworkFault } from '../harness/network-fault.ts';
import { killReader } from '../harness/reader-account.ts';

/** What faults can be made on: one server, one database on it, and the network to it. */
export type SoakStage = {
  readonly server: PrivateServer;
  readonly database: LabDatabase;
  readonly proxy: FaultProxy;
};

/** A fault that lasts for a while and is then gone. */
export type SoakFault = {
  readonly title: string;
  during(stage: SoakStage, lastsMs: number): Promise<void>;
};

const PROCESSES = 'jetmon_process_health';

function network(title: string, fault: NetworkFault): SoakFault {
  return {
    title,
    async during({ proxy }, lastsMs) {
      await proxy.set(fault);
      await sleep(lastsMs);
      await proxy.set({ kind: 'pass' });
    },
  };
}

async function untilWell({ database }: SoakStage): Promise<void> {
  while (!(await database.admin.query('SELECT 1').catch(() => null))) await sleep(100);
}

function ended(title: string, end: (stage: SoakStage) => unknown): SoakFault {
  return {
    title,
    async during(stage, lastsMs) {
      stage.server.setHeld(true);
      await end(stage);
      await sleep(lastsMs);
      stage.server.setHeld(false);
      await untilWell(stage);
    },
  };
}

/** Every fault that a soak draws from. */
export const SOAK_FAULTS: readonly SoakFault[] = [
  network('refuses', { kind: 'refuse' }),
  network('swallows', { kind: 'black-hole' }),
  network('resets', { kind: 'reset' }),
  network('delays by 300 ms', { kind: 'delay', delayMs: 300 }),
  network('cuts after 20 bytes', { kind: 'cut', afterBytes: 20 }),
  network('cuts after 3,000 bytes', { kind: 'cut', afterBytes: 3000 }),
  // One of its numbering: a flip in the scramble looks like a wrong password, which is not tried again so soon.
  network('flips a bit of the greeting', { kind: 'flip', bit: 28 }),
  network('stalls after the greeting', { kind: 'stall-after-greeting' }),
  ended('killed', ({ server }) => server.signal('SIGKILL')),
  ended('restarted', ({ database }) => database.admin.query('SHUTDOWN')),
  {
    title: 'stands still',
    async during({ server }, lastsMs) {
      server.signal('SIGSTOP');
      await sleep(lastsMs);
      server.signal('SIGCONT');
    },
  },
  {
    title: 'a table is gone',
    async during({ database: { admin } }, lastsMs) {
      await admin.query(`RENAME TABLE ${PROCESSES} TO gone`);
      await sleep(lastsMs);
      await admin.query(`RENAME TABLE gone TO ${PROCESSES}`);
    },
  },
  {
    title: 'a table is locked',
    async during({ database: { admin } }, lastsMs) {
      const locker = await admin.getConnection();
      await locker.query(`LOCK TABLES ${PROCESSES} WRITE`);
      await sleep(lastsMs);
      await locker.query('UNLOCK TABLES');
      locker.release();
    },
  },
  {
    title: 'connections are killed',
    async during({ database }, lastsMs) {
      for (let elapsedMs = 0; elapsedMs < lastsMs; elapsedMs += 500) {
        await killReader(database);
        await sleep(500);
      }
    },
  },
];

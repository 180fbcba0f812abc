import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiProcess } from 'fleet-lab/api-process/start-api';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import type { PrivateServer } from 'fleet-lab/database/private-server';
import { keepStill, pipeline } from '../harness/clients/attacks.ts';
import {
  becomesReadOnly,
  connectionsKilled,
  connectionsLimited,
  type FaultGround,
  networkFault,
  serverEnds,
  serverStandsStill,
  tableGone,
  tableLocked,
} from '../harness/make-fault.ts';
import type { LogPipe } from '../harness/process/log-pipe.ts';

/** What a soak makes faults on: besides the database the process itself, its log, and another server of the same rows. */
export type SoakGround = FaultGround & {
  readonly api: ApiProcess;
  readonly log: LogPipe;
  readonly twin: LabDatabase;
};

export type SoakFault = {
  readonly title: string;
  begin(ground: SoakGround): Promise<unknown>;
  end(ground: SoakGround): Promise<unknown>;
};

const PROCESSES = 'jetmon_process_health';

/** Every fault that a soak on this server draws from. */
export function soakFaults(server: PrivateServer): readonly SoakFault[] {
  return [
    { title: 'refuses', ...networkFault({ kind: 'refuse' }) },
    { title: 'swallows', ...networkFault({ kind: 'black-hole' }) },
    { title: 'resets', ...networkFault({ kind: 'reset' }) },
    { title: 'delays by 300 ms', ...networkFault({ kind: 'delay', delayMs: 300 }) },
    { title: 'cuts after 20 bytes', ...networkFault({ kind: 'cut', afterBytes: 20 }) },
    { title: 'cuts after 3,000 bytes', ...networkFault({ kind: 'cut', afterBytes: 3000 }) },
    // One of its numbering: a flip in the scramble looks like a wrong password, which is not tried again so soon.
    { title: 'flips a bit of the greeting', ...networkFault({ kind: 'flip', bit: 28 }) },
    { title: 'stalls after the greeting', ...networkFault({ kind: 'stall-after-greeting' }) },
    { title: 'killed', ...serverEnds(server, 'killed') },
    { title: 'restarted', ...serverEnds(server, 'shut down') },
    { title: 'stands still', ...serverStandsStill(server) },
    { title: 'a table is gone', ...tableGone(PROCESSES) },
    { title: 'a table is locked', ...tableLocked(PROCESSES) },
    { title: 'connections are killed', ...connectionsKilled(500) },
    { title: 'one connection is granted', ...connectionsLimited(1) },
    { title: 'three connections are granted', ...connectionsLimited(3) },
    { title: 'becomes read-only', ...becomesReadOnly() },
    { title: 'fails over', ...failsOver() },
    { title: 'nobody reads the log', ...logFault((log) => log.stall()) },
    { title: 'the reader of the log is gone', ...logFault((log) => log.hangUp()) },
    { title: 'sockets pipeline', ...socketsPipeline() },
    { title: 'sockets keep still', ...socketsKeepStill() },
  ];
}

/** The name leads to another server, and the old one takes no writes any more; at the end it leads back, and both do. */
function failsOver(): Omit<SoakFault, 'title'> {
  const readOnly = becomesReadOnly();
  return {
    async begin(ground) {
      ground.proxy.switchTo({ host: '127.0.0.1', port: ground.twin.reader.port });
      await readOnly.begin(ground);
    },
    async end(ground) {
      ground.proxy.switchTo(ground.database.reader);
      await readOnly.end(ground);
    },
  };
}

function logFault(fail: (log: LogPipe) => void): Omit<SoakFault, 'title'> {
  return {
    begin: async ({ log }) => fail(log),
    end: async ({ log }) => log.goOn(),
  };
}

const PAUSE_MS = 200;

/** Sockets that send hundreds of requests in a row, again and again: each is closed for it. */
function socketsPipeline(): Omit<SoakFault, 'title'> {
  let going: Promise<void> | undefined;
  let isOver = false;
  async function attack(port: number): Promise<void> {
    while (!isOver) {
      await pipeline(port, 20, 200);
      await sleep(PAUSE_MS);
    }
  }
  return {
    async begin({ api }) {
      isOver = false;
      going = attack(portOf(api));
    },
    async end() {
      isOver = true;
      await going;
    },
  };
}

/** Sockets that have asked once and stay: with the clients' own nearly as many as there may be. */
function socketsKeepStill(): Omit<SoakFault, 'title'> {
  let sockets: Awaited<ReturnType<typeof keepStill>> = [];
  return {
    async begin({ api }) {
      sockets = await keepStill(portOf(api), 250);
    },
    async end() {
      for (const socket of sockets) socket.destroy();
    },
  };
}

function portOf({ url }: ApiProcess): number {
  return Number(new URL(url).port);
}

import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OwnedProcess, startOwned } from '../owned-process/start-owned.ts';
import { freePort } from './free-port.ts';
import {
  holdFile,
  pidFile,
  restarting,
  type ServerPlace,
  serverCommand,
  setupCommands,
} from './server-arguments.ts';
import { findServerSoftware, type ServerSoftware } from './server-software.ts';

const MAX_PORT_ATTEMPTS = 5;
const READY = /ready for connections[\s\S]*port: ([1-9]\d*)/;
const PORT_TAKEN = /Bind on TCP\/IP port|Address already in use|Do you already have another/;

/** A running throwaway database server. */
export type PrivateServer = {
  /** Unix socket over which `root` needs no password. No account without a password is reachable by TCP. */
  readonly socketPath: string;
  readonly host: '127.0.0.1';
  readonly port: number;
  /** Process id of the `sh` that owns the server. */
  readonly pid: number;
  /** Everything the server wrote lies in here. */
  readonly directory: string;
  /** Resolves once the server and its directory are gone, whoever ended it. */
  readonly exited: Promise<void>;
  /** Sends a signal to the server itself, such as SIGSTOP. */
  signal(signal: NodeJS.Signals): void;
  /** While held, a restarting server that ended stays ended. */
  setHeld(isHeld: boolean): void;
  /** Kills the server and removes its directory; resolves when both are gone. */
  stop(): Promise<void>;
};

/** What may be asked of a private server. */
export type PrivateServerOptions = {
  /** Further server arguments, such as `--max-connections=20`. They override the lab's own. */
  readonly serverArguments?: readonly string[];
  /** Starts the server again, on the same data and port, whenever it is shut down or killed. */
  readonly restarts?: boolean;
};

/**
 * Starts a database server of our own in a fresh directory, in about half a second. It ends with this process,
 * however that ends. Rejects with the server's own words when it does not come up.
 */
export async function startPrivateServer(options: PrivateServerOptions = {}): Promise<PrivateServer> {
  const software = findServerSoftware();
  if (!software) throw new Error('no database server is installed: neither mariadbd nor mysqld was found');
  for (let attempt = 1; ; attempt++) {
    const started = await tryToStart(software, options);
    if ('server' in started) return started.server;
    if (attempt < MAX_PORT_ATTEMPTS && PORT_TAKEN.test(started.log)) continue;
    throw new Error(`the database server did not start:\n${started.log.trim()}`);
  }
}

async function tryToStart(
  software: ServerSoftware,
  { serverArguments = [], restarts = false }: PrivateServerOptions,
): Promise<{ server: PrivateServer } | { log: string }> {
  const name = `fleet-lab-${process.pid}-${randomBytes(4).toString('hex')}`;
  const directory = join(tmpdir(), name);
  const place: ServerPlace = { directory, socketPath: join(directory, 's'), port: await freePort() };
  const command = serverCommand(software, place, serverArguments);
  const owned = await startOwned({
    directory,
    setup: setupCommands(software, place),
    command: restarts ? restarting(place, command) : command,
  });
  const log = await readUntilReady(owned);
  if (log !== null) return { log };
  const { socketPath, port } = place;
  return {
    server: {
      socketPath,
      host: '127.0.0.1',
      port,
      pid: owned.child.pid ?? 0,
      directory,
      exited: owned.exited.then(() => {}),
      signal: (signal) => void process.kill(Number(readFileSync(pidFile(place), 'utf8')), signal),
      setHeld: (isHeld) => {
        if (isHeld) writeFileSync(holdFile(place), '');
        else rmSync(holdFile(place), { force: true });
      },
      stop: () => owned.stop(),
    },
  };
}

/** Null once the server takes connections, or its whole log when it ended before that. */
async function readUntilReady(owned: OwnedProcess): Promise<string | null> {
  let log = '';
  const ready = new Promise<true>((resolve) => {
    const read = (chunk: Buffer): void => {
      if (log.length < 100_000) log += chunk.toString();
      if (READY.test(log)) resolve(true);
    };
    owned.child.stdout?.on('data', read);
    owned.child.stderr?.on('data', read);
  });
  const closed = new Promise<false>((resolve) => owned.child.once('close', () => resolve(false)));
  return (await Promise.race([ready, closed])) ? null : log;
}

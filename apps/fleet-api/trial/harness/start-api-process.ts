import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { freePort } from 'fleet-lab/database/free-port';
import type { TestDatabaseAccess } from './start-test-api.ts';

/** The dashboard as a process of its own, as operators run it. */
export type ApiProcess = {
  readonly url: string;
  readonly pid: number;
  /** Everything it printed. */
  output(): string;
  /** Resolves with its exit code, null when a signal ended it. */
  readonly ended: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
  /** Besides those of clients that are connected. */
  openDescriptors(): number;
  residentMb(): number;
};

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
/** As `bin/fleet-api` has it, but for the source. */
const FLAGS = ['--disallow-code-generation-from-strings', '--conditions=source', '--import', 'tsx'];

/** Starts the API from source and resolves once it listens. */
export async function startApiProcess(
  reader: TestDatabaseAccess,
  env: Record<string, string> = {},
): Promise<ApiProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, [...FLAGS, MAIN], {
    env: {
      PATH: process.env.PATH,
      DASHBOARD_PORT: String(port),
      DB_HOST: reader.host,
      DB_PORT: String(reader.port),
      DB_USER: reader.user,
      DB_PASSWORD: reader.password,
      DB_NAME: reader.database,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listens = new Promise<void>((resolve) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('fleet dashboard listens')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  const ended = once(child, 'close').then(([code]): number | null => code);
  await Promise.race([
    listens,
    ended.then((code) => {
      throw new Error(`the API ended with ${code} before it listened:\n${output}`);
    }),
  ]);
  const pid = child.pid ?? 0;
  return {
    url: `http://127.0.0.1:${port}`,
    pid,
    output: () => output,
    ended,
    kill: (signal) => void child.kill(signal),
    openDescriptors: () => readdirSync(`/proc/${pid}/fd`).length - clientsConnectedTo(port),
    residentMb: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024,
  };
}

/** Connections to a port of this machine that both sides hold open. */
function clientsConnectedTo(port: number): number {
  const local = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const isEstablished = (line: string) => {
    const [, localAddress = '', , state] = line.trim().split(/\s+/);
    return localAddress.endsWith(local) && state === '01';
  };
  return readFileSync('/proc/net/tcp', 'utf8').split('\n').filter(isEstablished).length;
}

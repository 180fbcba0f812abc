import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from 'fleet-lab/database/free-port';
import { onTestFinished } from 'vitest';

/** The dashboard as a process whose database nobody can reach. */
export type LonelyApi = {
  readonly child: ChildProcess;
  readonly url: string;
  /** What it wrote to standard output, if that comes to us. */
  output(): string;
  /** What it wrote to standard error. */
  errors(): string;
  /** Resolves with exit code and signal. */
  readonly ended: Promise<[number | null, NodeJS.Signals | null]>;
};

const MAIN = fileURLToPath(new URL('../../../src/main.ts', import.meta.url));
/** The command that runs it as it is written, without a build. */
export const FROM_SOURCE = [process.execPath, '--conditions=source', '--import', 'tsx', MAIN] as const;

export type StartOptions = {
  /** From source when it is left out. */
  readonly command?: readonly [string, ...string[]];
  readonly stdout?: number | 'pipe';
  readonly env?: Readonly<Record<string, string>>;
};

/** Starts it, and resolves once it answers: its log may go where nobody reads it. */
export async function startWithoutDatabase(options: StartOptions = {}): Promise<LonelyApi> {
  const { command: [file, ...args] = FROM_SOURCE, stdout = 'pipe', env = {} } = options;
  const port = await freePort();
  const child = spawn(file, args, {
    env: {
      PATH: process.env.PATH,
      DASHBOARD_PORT: String(port),
      DB_PORT: '1',
      DB_USER: 'nobody',
      DB_NAME: 'nothing',
      ...env,
    },
    stdio: ['ignore', stdout, 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let [output, errors] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = once(child, 'exit').then(([code, signal]): [number | null, NodeJS.Signals | null] => [
    code,
    signal,
  ]);
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(`${url}/healthz`))) {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${errors}`);
    await sleep(50);
  }
  return { child, url, output: () => output, errors: () => errors, ended };
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(1000) }).catch(() => null);
  return response?.ok === true;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from 'fleet-lab/database/free-port';
import { onTestFinished } from 'vitest';

/** The dashboard as a process whose database nobody can reach. */
export type LonelyApi = {
  readonly child: ChildProcess;
  readonly port: number;
  readonly url: string;
  /** What it wrote to standard error. */
  errors(): string;
  /** Resolves with exit code and signal. */
  readonly ended: Promise<[number | null, NodeJS.Signals | null]>;
};

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** Starts it with standard output going where it is told, and resolves once it answers: it may be unable to say so. */
export async function startWithoutDatabase(
  stdout: number | 'ignore' | 'pipe',
  env: Record<string, string> = {},
): Promise<LonelyApi> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', MAIN], {
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
  let errors = '';
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
  return { child, port, url, errors: () => errors, ended };
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(1000) }).catch(() => null);
  return response?.ok === true;
}

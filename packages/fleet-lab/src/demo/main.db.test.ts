import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { freePort, isPortFree } from '../database/free-port.ts';
import { REPOSITORY_ROOT } from '../repository-root.ts';

const MAIN = ['--conditions=source', '--import', 'tsx', 'packages/fleet-lab/src/demo/main.ts'];

/** Of a machine that is busy with other things. */
const PATIENCE = { timeout: 40_000 };

const demos: ChildProcess[] = [];
afterEach(() => {
  for (const demo of demos.splice(0)) demo.kill('SIGKILL');
});

function startDemo(...args: string[]) {
  const demo = spawn(process.execPath, [...MAIN, ...args], {
    cwd: REPOSITORY_ROOT,
    env: { ...process.env, FLEET_LAB_DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  demos.push(demo);
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  demo.stdout.on('data', collect);
  demo.stderr.on('data', collect);
  return { demo, output: () => output };
}

test.each<NodeJS.Signals>(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'])(
  '%s ends the demo with its API, its page and its database, and leaves no file',
  async (signal) => {
    const port = await freePort();
    const { demo, output } = startDemo('--dev', '--port', String(port), '--scenario', 'stale-host');
    await vi.waitFor(() => expect(output()).toContain('Ctrl-C stops everything'), PATIENCE);
    const directory = dirname(/--socket=(\S+)/.exec(output())?.[1] ?? '');
    const vitePort = Number(/Fleet dashboard: http:\/\/127\.0\.0\.1:(\d+)/.exec(output())?.[1]);
    expect(existsSync(directory)).toBe(true);
    expect(await isPortFree(vitePort)).toBe(false);
    // A file that somebody touches meanwhile has the API started anew.
    await vi.waitFor(async () => {
      const response = await fetch(`http://127.0.0.1:${port}/api/fleet`);
      expect(await response.json()).toMatchObject({ summary: { status: 'red', stale_processes: 1 } });
    }, PATIENCE);

    demo.kill(signal);
    const [code] = await once(demo, 'exit');
    expect(code).toBe(signal === 'SIGKILL' ? null : 0);
    await vi.waitFor(async () => {
      expect(existsSync(directory)).toBe(false);
      expect(await isPortFree(port)).toBe(true);
      expect(await isPortFree(vitePort)).toBe(true);
    }, PATIENCE);
  },
);

test('a port that is in use is named together with the way out, before anything is started', async () => {
  const port = await freePort();
  const holder = createServer().listen(port, '127.0.0.1');
  await once(holder, 'listening');
  const { demo, output } = startDemo('--dev', '--port', String(port));
  const [code] = await once(demo, 'close');
  holder.close();
  expect(code).toBe(1);
  expect(output()).toBe(
    `Port ${port} of 127.0.0.1 is in use. Take another one: pnpm demo --port ${port + 1}\n`,
  );
});

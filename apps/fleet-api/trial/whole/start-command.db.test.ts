import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findExecutable } from 'fleet-lab/database/find-executable';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LonelyApi, startWithoutDatabase } from '../harness/start-without-database.ts';

const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));
const COMMAND = join(PACKAGE, 'bin/fleet-api');
const isBuilt =
  existsSync(join(PACKAGE, 'dist/page/index.html')) && existsSync(join(PACKAGE, 'dist/main.js'));

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'fleet-start-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

async function statusOf({ url }: LonelyApi, path: string): Promise<number> {
  const response = await fetch(url + path);
  await response.arrayBuffer();
  return response.status;
}

async function expectPageAndEnd(api: LonelyApi): Promise<void> {
  expect([await statusOf(api, '/fleet'), await statusOf(api, '/api/fleet')]).toEqual([200, 503]);
  api.child.kill('SIGTERM');
  expect(await api.ended, api.errors()).toEqual([0, null]);
}

describe.skipIf(!isBuilt)('the start command (needs the build)', () => {
  it('is the dashboard itself, also by a link to a link: a signal ends it, and its exit code is passed on', async () => {
    const [link, second] = [join(directory, 'fleet'), join(directory, 'second')];
    symlinkSync(COMMAND, link);
    symlinkSync('fleet', second);
    await expectPageAndEnd(await startWithoutDatabase({ command: [second] }));
    const { status, stderr } = spawnSync(second, { env: { PATH: process.env.PATH, DASHBOARD_PORT: 'x' } });
    expect([status, stderr.toString()]).toEqual([2, expect.stringContaining('DASHBOARD_PORT')]);
  });

  it.skipIf(findExecutable('pnpm') === null)(
    'works in a deployed directory, by plain node as well, with its page (needs pnpm)',
    { timeout: 120_000 },
    async () => {
      const deployed = join(directory, 'deployed');
      const deploy = ['--filter', 'fleet-api', '--prod', 'deploy', deployed];
      const { status, stdout } = spawnSync('pnpm', deploy, { cwd: PACKAGE, encoding: 'utf8' });
      expect(status, stdout).toBe(0);
      await expectPageAndEnd(await startWithoutDatabase({ command: [join(deployed, 'bin/fleet-api')] }));
      const main = join(deployed, 'dist/main.js');
      await expectPageAndEnd(await startWithoutDatabase({ command: [process.execPath, main] }));
      rmSync(join(deployed, 'dist/page'), { recursive: true });
      const bare = await startWithoutDatabase({ command: [process.execPath, main] });
      expect(await statusOf(bare, '/fleet')).toBe(503);
      expect(bare.output()).toContain('the page is not there');
    },
  );
});

it('where nothing is built the start command says what to run, and ends with 2', () => {
  mkdirSync(join(directory, 'bin'));
  copyFileSync(COMMAND, join(directory, 'bin/fleet-api'));
  const { status, stderr } = spawnSync(join(directory, 'bin/fleet-api'), { encoding: 'utf8' });
  expect([status, stderr]).toEqual([2, expect.stringContaining('npx --yes pnpm@12 build')]);
});

it('signals of other meaning neither end it nor open a debugger', async () => {
  const api = await startWithoutDatabase();
  for (const signal of ['SIGHUP', 'SIGUSR1', 'SIGUSR2'] as const) {
    api.child.kill(signal);
    await sleep(100);
    expect([signal, await statusOf(api, '/healthz')]).toEqual([signal, 200]);
  }
  expect(api.errors()).toBe('');
  api.child.kill('SIGTERM');
  expect(await api.ended).toEqual([0, null]);
});

import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findExecutable } from 'fleet-lab/database/find-executable';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LonelyApi, startWithoutDatabase } from '../../harness/process/start-without-database.ts';

/** What no start loads, but somebody who asks for it. */
const ON_REQUEST = ['openapi.js', 'prometheus-text.js'];

const PACKAGE = fileURLToPath(new URL('../../..', import.meta.url));
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

  it('is a few files, which need nothing beside themselves and Node', () => {
    const loaded = new Map<string, readonly string[]>();
    const load = (file: string) => {
      if (loaded.has(file)) return;
      const text = readFileSync(join(PACKAGE, 'dist', file), 'utf8');
      const needed = [...text.matchAll(/^import .*?"([^"]+)";$|await import\("([^"]+)"\)/gm)].map(
        ([, imported, later]) => imported ?? later ?? '',
      );
      loaded.set(
        file,
        needed.filter((name) => !name.startsWith('./') && !isBuiltin(name)),
      );
      for (const name of needed) if (name.startsWith('./')) load(name.slice(2));
    };
    load('main.js');
    expect([...loaded.values()].flat()).toEqual([]);
    expect([...loaded.keys()]).toEqual(expect.arrayContaining(['express-app.js', ...ON_REQUEST]));
    expect(loaded.size - ON_REQUEST.length).toBeLessThanOrEqual(4);
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
      await expect.poll(bare.output).toContain('the page is not there');
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

import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findExecutable } from 'fleet-lab/database/find-executable';
import { readerEnv } from 'fleet-lab/database/reader-env';
import { dynamicHealthy } from 'fleet-lab/scenarios/rollout/dynamic-healthy';
import { expect, it, onTestFinished, vi } from 'vitest';
import { directoryForTest } from '../../harness/fixtures/directory-for-test.ts';
import { useFleetDatabase } from '../../harness/fixtures/use-fleet-database.ts';
import { socketToServer } from '../../harness/network/socket-to-server.ts';

const run = promisify(execFile);
const PACKAGE = fileURLToPath(new URL('../../..', import.meta.url));
const NOBODY = 65_534;
const PORT = 8080;

/** A world of its own: no network, every file read-only but the state directory, and a user who owns nothing else. */
const IN_A_CELL = `
set -e
ip link set lo up
mount --bind "$1" "$1"
mount -o remount,bind,ro /
shift
exec setpriv --reuid=${NOBODY} --regid=${NOBODY} --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all "$@"
`;
const CELL = ['unshare', '--mount', '--net', 'sh', '-c', IN_A_CELL, 'sh'] as const;

const database = useFleetDatabase(dynamicHealthy.build().rows);

function mayHaveCells(): boolean {
  if (['unshare', 'setpriv', 'ip', 'nsenter'].some((name) => findExecutable(name) === null)) return false;
  const [command, ...args] = CELL;
  return spawnSync(command, [...args, '/var/tmp', 'sh', '-c', '! touch /tmp/in-a-cell']).status === 0;
}

const isBuilt =
  existsSync(join(PACKAGE, 'dist/main.js')) && existsSync(join(PACKAGE, 'dist/page/index.html'));

it.skipIf(!isBuilt || findExecutable('pnpm') === null || !mayHaveCells())(
  'a deployed directory runs by plain node, as another user, on a file system that is read-only, with no network but the database (needs the build, pnpm, and root)',
  { timeout: 180_000 },
  async () => {
    const directory = directoryForTest();
    chmodSync(directory, 0o755);
    const [deployed, stateDirectory] = [join(directory, 'fleet'), join(directory, 'state')];
    const deploy = spawnSync('pnpm', ['--filter', 'fleet-api', '--prod', 'deploy', deployed], {
      cwd: PACKAGE,
      encoding: 'utf8',
    });
    expect(deploy.status, deploy.stdout).toBe(0);
    mkdirSync(stateDirectory, { mode: 0o700 });
    spawnSync('chown', [`${NOBODY}:${NOBODY}`, stateDirectory]);
    const socket = await socketToServer(database().reader, directory);
    const { DB_HOST: _host, DB_PORT: _port, ...account } = readerEnv(database().reader);

    const [command, ...args] = CELL;
    const child = spawn(
      command,
      [...args, stateDirectory, process.execPath, join(deployed, 'dist/main.js')],
      {
        cwd: '/',
        env: { PATH: process.env.PATH, ...account, DB_SOCKET: socket, FLEET_STATE_DIR: stateDirectory },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    onTestFinished(() => void child.kill('SIGKILL'));
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await vi.waitFor(() => expect(said).toContain('fleet dashboard listens'), { timeout: 60_000 });

    // The way to the database leads through this process, which must not wait.
    const ask = async (path: string) => {
      const script = `fetch('http://127.0.0.1:${PORT}${path}').then(async (r) => console.log(r.status, await r.text()))`;
      const asked = ['--net', '--target', String(child.pid), process.execPath, '-e', script];
      return (await run('nsenter', asked, { maxBuffer: 50_000_000 })).stdout;
    };
    expect(await ask('/api/fleet')).toMatch(/^200 .*"decision"/);
    expect(await ask('/fleet')).toMatch(/^200 <!doctype html>/);
    // Whoever is ended while the disk takes long over the first of them is not waited for.
    const files = ['history.jsonl', 'processes.jsonl', 'samples.jsonl'];
    await vi.waitFor(() => expect(readdirSync(stateDirectory)).toEqual(expect.arrayContaining(files)), {
      timeout: 60_000,
    });
    for (const name of readdirSync(stateDirectory))
      expect(statSync(join(stateDirectory, name)).uid).toBe(NOBODY);

    child.kill('SIGTERM');
    expect(await once(child, 'exit'), said).toEqual([0, null]);
    expect(said.split('\n').filter((line) => /"level":[56]0/.test(line))).toEqual([]);
  },
);

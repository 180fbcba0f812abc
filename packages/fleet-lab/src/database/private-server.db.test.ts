import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { isRunning } from '../testing/is-running.ts';
import { type PrivateServer, startPrivateServer } from './private-server.ts';

let server: PrivateServer;
beforeAll(async () => {
  server = await startPrivateServer({ serverArguments: ['--max-connections=17'] });
});
afterAll(() => server.stop());

test('root needs no password over the unix socket, and the server runs in UTC with the extra arguments', async () => {
  const connection = await createConnection({ socketPath: server.socketPath, user: 'root' });
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT @@global.time_zone AS zone, @@global.max_connections AS connections',
  );
  expect(rows).toEqual([{ zone: '+00:00', connections: 17 }]);
  await connection.end();
});

test('no account without a password is reachable by TCP', async () => {
  for (const user of ['root', 'mysql', '']) {
    const attempt = createConnection({ host: server.host, port: server.port, user });
    await expect(attempt).rejects.toThrow(/not allowed to connect|Access denied/);
  }
});

test('two servers run side by side, and stopping one leaves no directory and the other alive', async () => {
  const other = await startPrivateServer();
  expect(other.port).not.toBe(server.port);
  await other.stop();
  expect(existsSync(other.directory)).toBe(false);
  expect(isRunning(other.pid)).toBe(false);
  expect(existsSync(server.socketPath)).toBe(true);
});

test('a server that cannot start rejects with its own words and leaves no directory', async () => {
  await expect(startPrivateServer({ serverArguments: ['--no-such-option'] })).rejects.toThrow(
    /no-such-option/,
  );
});

test('a restarting server comes back on its data and port after kill -9 and after a shutdown, but not while held', async () => {
  const restarting = await startPrivateServer({ restarts: true });
  const open = () => createConnection({ socketPath: restarting.socketPath, user: 'root' });
  const isBack = () => vi.waitFor(async () => (await open()).end(), { timeout: 20_000, interval: 50 });
  const isGone = () => vi.waitFor(() => expect(open()).rejects.toThrow(), { timeout: 20_000 });
  const connection = await open();
  await connection.query('CREATE DATABASE kept');
  connection.on('error', () => {});
  restarting.signal('SIGKILL');
  await once(connection, 'end');
  await isBack();
  const again = await open();
  await again.query('USE kept');
  restarting.setHeld(true);
  await again.query('SHUTDOWN');
  await isGone();
  restarting.setHeld(false);
  await isBack();
  await restarting.stop();
  expect(existsSync(restarting.directory)).toBe(false);
  expect(isRunning(restarting.pid)).toBe(false);
});

test('SIGKILL of the process that started it leaves no server and no directory', async () => {
  const module = new URL('./private-server.ts', import.meta.url).href;
  const code = `
    const { startPrivateServer } = await import(${JSON.stringify(module)});
    const { pid, directory } = await startPrivateServer();
    console.log(JSON.stringify({ pid, directory }));`;
  const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    cwd: fileURLToPath(new URL('../../../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(parent.stdout, 'data');
  const { pid, directory } = JSON.parse(String(line));
  expect(existsSync(directory)).toBe(true);
  parent.kill('SIGKILL');
  await vi.waitFor(() => expect(isRunning(pid) || existsSync(directory)).toBe(false), { timeout: 20_000 });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { createTestDatabase } from 'fleet-lab/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

let database: LabDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

function startMain(env: Record<string, string>) {
  const { host, port, user, password } = database.reader;
  const access = {
    DB_HOST: host,
    DB_PORT: String(port),
    DB_USER: user,
    DB_PASSWORD: password,
    DB_NAME: database.name,
  };
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', MAIN], {
    env: { PATH: process.env.PATH, ...access, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { text: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.text += chunk.toString()));
  return { child, output };
}

async function logged(child: ChildProcess, output: { text: string }, message: string): Promise<void> {
  while (!output.text.includes(message)) {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${output.text}`);
    await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')]);
  }
}

it('a start with bad settings names every bad one and exits 2', async () => {
  const { child, output } = startMain({ DASHBOARD_PORT: 'x', BUCKET_TOTAL: '1e3', DB_NAME: '' });
  const [code] = await once(child, 'close');
  expect(code).toBe(2);
  for (const name of ['DASHBOARD_PORT', 'BUCKET_TOTAL', 'DB_NAME']) expect(output.text).toContain(name);
  expect(output.text).not.toContain(database.reader.password);
});

it('a port that is taken is named, and the process ends with 1', async () => {
  const first = startMain({ DASHBOARD_PORT: '18099' });
  await logged(first.child, first.output, 'listens');
  const second = startMain({ DASHBOARD_PORT: '18099' });
  const [code] = await once(second.child, 'close');
  expect(code).toBe(1);
  expect(second.output.text).toContain('18099');
  first.child.kill('SIGTERM');
  await once(first.child, 'close');
});

it.each([
  ['no address at all', { DASHBOARD_BIND_ADDR: '999.1.1.1' }],
  ['an address of another machine', { DASHBOARD_BIND_ADDR: '192.0.2.1', DASHBOARD_INSECURE_NO_AUTH: '1' }],
  ['a name that nobody has', { DASHBOARD_BIND_ADDR: 'fleet.invalid', DASHBOARD_INSECURE_NO_AUTH: '1' }],
  ['all addresses, without having said that this is wanted', { DASHBOARD_BIND_ADDR: '0.0.0.0' }],
])('as what to listen on, %s is named, and the process ends with 2', async (_, env) => {
  const { child, output } = startMain({ DASHBOARD_PORT: '18097', ...env });
  const [code] = await once(child, 'close');
  expect([code, output.text]).toEqual([2, expect.stringContaining(env.DASHBOARD_BIND_ADDR)]);
});

it('what is wanted without a login is said at each start', async () => {
  const env = { DASHBOARD_PORT: '18097', DASHBOARD_BIND_ADDR: '0.0.0.0', DASHBOARD_INSECURE_NO_AUTH: '1' };
  const { child, output } = startMain(env);
  await logged(child, output, 'DASHBOARD_INSECURE_NO_AUTH is 1');
  child.kill('SIGTERM');
  await once(child, 'close');
});

it('a variable that looks like a setting and is none is told at the start, with the nearest', async () => {
  const { child, output } = startMain({ DASHBOARD_PORT: '18097', BUCKET_TOTALS: '500' });
  await logged(child, output, 'the nearest is BUCKET_TOTAL');
  child.kill('SIGTERM');
  await once(child, 'close');
});

it.each([
  ['a wrong password', { DB_PASSWORD: 'wrong' }, 'denied', 'Check DB_USER'],
  ['a database that is not there', { DB_NAME: 'nothing_of_ours' }, 'denied', 'GRANT SELECT'],
  ['a server that is not there', { DB_PORT: '1' }, 'unreachable', 'Does a server listen'],
])(
  '%s is told at the start before anybody asks, with its class and what to do',
  async (_, env, kind, remedy) => {
    const { child, output } = startMain({ DASHBOARD_PORT: '18097', ...env });
    await logged(child, output, 'cannot be read');
    const lines = output.text.split('\n').filter((line) => line.includes('cannot be read'));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      failure_class: kind,
      remedy: expect.stringContaining(remedy),
    });
    child.kill('SIGTERM');
    await once(child, 'close');
  },
);

it.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends it cleanly, with keep-alive clients connected',
  async (signal) => {
    const { child, output } = startMain({ DASHBOARD_PORT: '18098' });
    await logged(child, output, 'listens');
    const responses = await Promise.all(
      Array.from({ length: 20 }, () => fetch('http://127.0.0.1:18098/api/fleet')),
    );
    await Promise.all(responses.map((response) => response.text()));
    child.kill(signal);
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
    expect(output.text).toContain('stopped');
  },
);

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

import { type ApiOptions, type ApiProcess, startApi } from 'fleet-lab/api-process/start-api';
import { useTestDatabase } from 'fleet-lab/testing/use-test-database';
import { expect, it, onTestFinished, vi } from 'vitest';
import { fetchSnapshot } from '../../harness/clients/fetch-snapshot.ts';

const database = useTestDatabase();

async function startMain(options: Omit<ApiOptions, 'reader' | 'form'> = {}) {
  const api = await startApi({ reader: database().reader, form: 'source', ...options });
  onTestFinished(() => api.stop());
  return api;
}

it('a start with bad settings names every bad one and exits 2', async () => {
  const start = startMain({ env: { DASHBOARD_PORT: 'x', BUCKET_TOTAL: '1e3', DB_NAME: '' } });
  const { message } = await start.then(
    () => new Error('it started'),
    (error: Error) => error,
  );
  expect(message).toContain('ended with 2');
  for (const name of ['DASHBOARD_PORT', 'BUCKET_TOTAL', 'DB_NAME']) expect(message).toContain(name);
  expect(message).not.toContain(database().reader.password);
});

it('a port that is taken is named, and the process ends with 1', async () => {
  const { port } = new URL((await startMain()).url);
  await expect(startMain({ port: Number(port) })).rejects.toThrow(
    new RegExp(`ended with 1 [\\s\\S]*${port}`),
  );
});

it.each([
  ['no address at all', { DASHBOARD_BIND_ADDR: '999.1.1.1' }],
  ['an address of another machine', { DASHBOARD_BIND_ADDR: '192.0.2.1', DASHBOARD_INSECURE_NO_AUTH: '1' }],
  ['a name that nobody has', { DASHBOARD_BIND_ADDR: 'fleet.invalid', DASHBOARD_INSECURE_NO_AUTH: '1' }],
  ['all addresses, without having said that this is wanted', { DASHBOARD_BIND_ADDR: '0.0.0.0' }],
])('as what to listen on, %s is named, and the process ends with 2', async (_, env) => {
  await expect(startMain({ env })).rejects.toThrow(
    new RegExp(`ended with 2 [\\s\\S]*${env.DASHBOARD_BIND_ADDR}`),
  );
});

const logged = ({ output }: ApiProcess, words: string) =>
  vi.waitFor(() => expect(output()).toContain(words), { timeout: 30_000 });

it('what is wanted without a login is said at each start', async () => {
  const env = { DASHBOARD_BIND_ADDR: '0.0.0.0', DASHBOARD_INSECURE_NO_AUTH: '1' };
  await logged(await startMain({ env }), 'DASHBOARD_INSECURE_NO_AUTH is 1');
});

it('a variable that looks like a setting and is none is told at the start, with the nearest', async () => {
  await logged(await startMain({ env: { BUCKET_TOTALS: '500' } }), 'the nearest is BUCKET_TOTAL');
});

it.each([
  ['a wrong password', { DB_PASSWORD: 'wrong' }, 'denied', 'Check DB_USER'],
  ['a database that is not there', { DB_NAME: 'nothing_of_ours' }, 'denied', 'GRANT SELECT'],
  ['a server that is not there', { DB_PORT: '1' }, 'unreachable', 'Does a server listen'],
])(
  '%s is told at the start before anybody asks, with its class and what to do',
  async (_, env, kind, remedy) => {
    const api = await startMain({ env });
    await logged(api, 'cannot be read');
    const lines = api
      .output()
      .split('\n')
      .filter((line) => line.includes('cannot be read'));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      failure_class: kind,
      remedy: expect.stringContaining(remedy),
    });
  },
);

it.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends it cleanly, with keep-alive clients connected',
  async (signal) => {
    const api = await startMain();
    await Promise.all(Array.from({ length: 20 }, () => fetchSnapshot(api)));
    api.signal(signal);
    expect(await api.exited).toBe(0);
    expect(api.output()).toContain('stopped');
  },
);

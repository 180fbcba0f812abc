import { type ApiOptions, startApi } from 'fleet-lab/api-process/start-api';
import { useTestDatabase } from 'fleet-lab/testing/use-test-database';
import { expect, it, onTestFinished } from 'vitest';
import { fetchSnapshot } from '../harness/clients/fetch-snapshot.ts';

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

import { Agent, request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendRaw, statusesOf } from '../../../trial/harness/clients/raw-http.ts';
import { startTestApi, type TestApi } from '../../../trial/harness/fixtures/start-test-api.ts';
import { UNREACHABLE_DATABASE } from '../../../trial/harness/network/unreachable-database.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi(UNREACHABLE_DATABASE);
});
afterAll(() => api.close());

const requests = (count: number, path = '/healthz') =>
  `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`.repeat(count);

const LAST = 'GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';

it('nine requests in a row are answered in their order, also when the first takes longer', async () => {
  const answer = await sendRaw(api.port, [Buffer.from(requests(1, '/api/fleet') + requests(7) + LAST)]);
  expect(statusesOf(answer)).toEqual([503, ...Array(8).fill(200)]);
});

it('a client may send any number over one connection when it waits for each answer', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ports = new Set<number | undefined>();
  for (let i = 0; i < 200; i++) ports.add(await askOver(agent));
  agent.destroy();
  expect(ports.size).toBe(1);
});

/** Resolves with the client's port. */
function askOver(agent: Agent): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`${api.url}/healthz`, { agent }, (response) => {
      const port = response.socket.localPort;
      response.resume().once('end', () => resolve(port));
    });
    asked.once('error', reject).end();
  });
}

it.each([10, 2000])(
  '%i requests in a row close the connection; one line tells of all that did it',
  async (count) => {
    const answer = await sendRaw(api.port, [Buffer.from(requests(count))]);
    expect(answer.isHung).toBe(false);
    expect(statusesOf(answer).length).toBeLessThan(count);
    expect(api.logged.filter((line) => line.limit === 'requests that wait on one socket')).toHaveLength(1);
  },
);

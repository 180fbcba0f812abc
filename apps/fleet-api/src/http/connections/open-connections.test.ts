import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SWEEP_INTERVAL_MS } from '../../limits.ts';
import { guardConnections } from './open-connections.ts';

const MOST = 5;
const ASK = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n';

const ends: (() => void)[] = [];
beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => {
  vi.useRealTimers();
  for (const end of ends.splice(0)) end();
});

/** A server that answers at once, but for `/later`, which it is told to. */
async function startGuarded() {
  const limits: string[] = [];
  const due: ServerResponse[] = [];
  const server = createServer((request, response) => {
    if (request.url === '/later') due.push(response);
    else response.end('now');
    if (!response.writableEnded) guard.answersLater(request, response);
  });
  const guard = guardConnections(server, { reached: (limit) => limits.push(limit) }, MOST);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port, limits, due };
}

type Client = { socket: Socket; closed: Promise<unknown>; say(text: string): Promise<string> };

async function open(port: number): Promise<Client> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  const closed = once(socket, 'close');
  await once(socket, 'connect');
  return {
    socket,
    closed,
    async say(text) {
      socket.write(text);
      const [answer] = await Promise.race([once(socket, 'data'), closed.then(() => ['closed'])]);
      return String(answer);
    },
  };
}

async function openMany(port: number, count: number): Promise<Client[]> {
  const clients: Client[] = [];
  for (let i = 0; i < count; i++) {
    const client = await open(port);
    await client.say(ASK);
    clients.push(client);
  }
  return clients;
}

it('one more than there may be is answered: the longest idle goes', async () => {
  const { port, limits } = await startGuarded();
  const [first, second, ...others] = await openMany(port, MOST);
  vi.advanceTimersByTime(SWEEP_INTERVAL_MS);
  // The first has asked again since: the second is idle the longest now.
  await first?.say(ASK);
  const newcomer = await open(port);
  await second?.closed;
  expect(await newcomer.say(ASK)).toContain('now');
  for (const client of [first, ...others, newcomer]) expect(await client?.say(ASK)).toContain('now');
  expect(limits).toEqual(['connections']);
});

it('those that say nothing at all keep nobody out', async () => {
  const { port } = await startGuarded();
  const silent = await Promise.all(Array.from({ length: MOST }, () => open(port)));
  for (let i = 0; i < 3 * MOST; i++) expect(await (await open(port)).say(ASK)).toContain('now');
  await Promise.all(silent.map((client) => client.closed));
});

it('one that waits for its answer is not idle, however long it takes', async () => {
  const { port, due } = await startGuarded();
  const waiting = await open(port);
  const answered = waiting.say('GET /later HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await openMany(port, 4 * MOST);
  due[0]?.end('at last');
  expect(await answered).toContain('at last');
});

it('when all wait for their answers the newcomer goes, and that is told apart', async () => {
  const { port, limits, due } = await startGuarded();
  const waiting = await Promise.all(Array.from({ length: MOST }, () => open(port)));
  const answers = waiting.map((client) => client.say('GET /later HTTP/1.1\r\nHost: localhost\r\n\r\n'));
  while (due.length < MOST) await new Promise((resolve) => setImmediate(resolve));
  expect(await (await open(port)).say(ASK)).toBe('closed');
  for (const response of due) response.end('at last');
  for (const answer of await Promise.all(answers)) expect(answer).toContain('at last');
  expect(limits).toEqual(['connections, with none idle']);
});

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { largeFleet } from 'fleet-lab/scenarios/large';
import { loadState } from 'fleet-lab/state/load-state';
import { createTestDatabase } from 'fleet-lab/testing/create-test-database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_WAITING_REQUESTS } from '../../src/limits.ts';
import { startTestApi, type TestApi } from '../harness/start-test-api.ts';
import { type Starvation, watchStarvation } from '../harness/starvation.ts';

let database: LabDatabase;
let api: TestApi;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadState(database.admin, largeFleet(2000).rows);
  api = await startTestApi(database.reader, { FLEET_CACHE_TTL_MS: '30000' });
  await (await fetch(`${api.url}/api/fleet`)).arrayBuffer();
});
afterAll(async () => {
  await api.close();
  await database.drop();
});

/** Opens a connection and tells how long the server bore it, less what the machine kept us from running. */
async function heldForMs(behave: (socket: Socket) => Promise<void>, starvation: Starvation): Promise<number> {
  const socket = connect(api.port, '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  const [sinceMs, startedMs] = [Date.now(), performance.now()];
  const closed = new Promise((resolve) => socket.once('close', resolve));
  void behave(socket);
  await closed;
  return performance.now() - startedMs - starvation.between(sinceMs, Date.now());
}

/** A letter of a header every 200 ms. */
async function trickle(socket: Socket): Promise<void> {
  socket.resume();
  socket.write('GET /api/fleet HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
  while (!socket.destroyed) {
    socket.write('a');
    await sleep(200);
  }
}

const ASKING = 'GET /api/fleet HTTP/1.1\r\nHost: localhost\r\n\r\n';

/** Asks for more than the network holds, and reads none of it; only by sending on does it learn of its end. */
async function askAndWait(socket: Socket): Promise<void> {
  socket.pause();
  socket.write(ASKING.repeat(1 + MOST_WAITING_REQUESTS));
  while (!socket.destroyed) {
    await sleep(500);
    socket.write('\r\n');
  }
}

/** How long half of the answers took at most that 50 clients got who polled once a second meanwhile. */
async function medianMs(until: Promise<unknown>): Promise<number> {
  let isOver = false;
  void until.then(() => {
    isOver = true;
  });
  const latencies: number[] = [];
  const poll = async (offsetMs: number) => {
    await sleep(offsetMs);
    while (!isOver) {
      const startedMs = performance.now();
      const response = await fetch(`${api.url}/healthz`);
      await response.arrayBuffer();
      latencies.push(performance.now() - startedMs);
      await sleep(1000);
    }
  };
  await Promise.all(Array.from({ length: 50 }, (_, i) => poll(i * 20)));
  latencies.sort((x, y) => x - y);
  return latencies[Math.floor(latencies.length / 2)] ?? Number.POSITIVE_INFINITY;
}

async function endureSlow(count: number, behave: (socket: Socket) => Promise<void>) {
  const starvation = watchStarvation();
  const slow = Promise.all(Array.from({ length: count }, () => heldForMs(behave, starvation)));
  const median = await medianMs(slow);
  starvation.stop();
  const held = await slow;
  return { shortest: Math.min(...held), longest: Math.max(...held), median };
}

it('200 that never finish their headers are all closed within 7 s, and most answers to 50 others take less than 50 ms', async () => {
  const { longest, median } = await endureSlow(200, trickle);
  expect(longest).toBeLessThan(7000);
  expect(median).toBeLessThan(50);
});

describe.concurrent('slow readers', () => {
  it('20 that ask and do not read are closed within 13 s, and most answers to 50 others take less than 50 ms', async () => {
    const { shortest, longest, median } = await endureSlow(20, askAndWait);
    expect(longest).toBeLessThan(13_000);
    expect(shortest).toBeGreaterThan(5000);
    expect(median).toBeLessThan(50);
  });

  it('one that reads, however often it asks, is never closed for it', async () => {
    const socket = connect(api.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.resume();
    const endMs = performance.now() + 12_000;
    while (performance.now() < endMs) {
      socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n');
      await sleep(500);
      expect(socket.readyState).toBe('open');
    }
    socket.destroy();
  });
});

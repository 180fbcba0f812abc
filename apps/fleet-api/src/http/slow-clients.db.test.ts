import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { large } from 'fleet-lab/scenarios/large';
import { loadState } from 'fleet-lab/state/load-state';
import { createTestDatabase } from 'fleet-lab/testing/create-test-database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../testing/start-test-api.ts';

let database: LabDatabase;
let api: TestApi;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadState(database.admin, large.build().rows);
  api = await startTestApi(database.reader, { FLEET_CACHE_TTL_MS: '60000' });
  await (await fetch(`${api.url}/api/fleet`)).arrayBuffer();
});
afterAll(async () => {
  await api.close();
  await database.drop();
});

/** Opens a connection and tells how long the server bore it. */
async function heldForMs(behave: (socket: Socket) => Promise<void>): Promise<number> {
  const socket = connect(api.port, '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  const sinceMs = performance.now();
  const closed = new Promise((resolve) => socket.once('close', resolve));
  void behave(socket);
  await closed;
  return performance.now() - sinceMs;
}

/** A letter of a header every 200 ms. */
async function trickle(socket: Socket): Promise<void> {
  socket.resume();
  socket.write('GET /api/fleet HTTP/1.1\r\nHost: a\r\nX-Slow: ');
  while (!socket.destroyed) {
    socket.write('a');
    await sleep(200);
  }
}

/** Asks for more than the network holds, and reads none of it; only by writing on does it learn of its end. */
async function askAndWait(socket: Socket): Promise<void> {
  socket.pause();
  socket.write('GET /api/fleet HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(60));
  while (!socket.destroyed) {
    await sleep(500);
    socket.write('G');
  }
}

/** Latencies of `count` clients that poll once a second meanwhile, sorted. */
async function latenciesMs(count: number, until: Promise<unknown>): Promise<number[]> {
  let isOver = false;
  void until.then(() => {
    isOver = true;
  });
  const latencies: number[] = [];
  const poll = async (offsetMs: number) => {
    await sleep(offsetMs);
    while (!isOver) {
      const sinceMs = performance.now();
      const response = await fetch(`${api.url}/healthz`);
      await response.arrayBuffer();
      latencies.push(performance.now() - sinceMs);
      await sleep(1000);
    }
  };
  await Promise.all(Array.from({ length: count }, (_, i) => poll((i * 1000) / count)));
  return latencies.sort((a, b) => a - b);
}

describe.concurrent('slow clients', () => {
  it('200 that never finish their headers are all closed within 7 s, and 50 others are answered all the while', async () => {
    const slow = Promise.all(Array.from({ length: 200 }, () => heldForMs(trickle)));
    const latencies = await latenciesMs(50, slow);
    expect(Math.max(...(await slow))).toBeLessThan(7000);
    expect(latencies[Math.floor(latencies.length / 2)]).toBeLessThan(50);
  });

  it('50 that ask and do not read are closed within 13 s', async () => {
    const held = await Promise.all(Array.from({ length: 50 }, () => heldForMs(askAndWait)));
    expect(Math.max(...held)).toBeLessThan(13_000);
    expect(Math.min(...held)).toBeGreaterThan(5000);
  });

  it('one that reads, however often it asks, is never closed for it', async () => {
    const socket = connect(api.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.resume();
    const endMs = performance.now() + 12_000;
    while (performance.now() < endMs) {
      socket.write('GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n');
      await sleep(500);
      expect(socket.readyState).toBe('open');
    }
    socket.destroy();
  });
});

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { largeFleet } from 'fleet-lab/scenarios/rollout/large';
import { beforeAll, describe, expect, it } from 'vitest';
import { MOST_WAITING_REQUESTS } from '../../../src/limits.ts';
import { fetchSnapshot } from '../../harness/clients/fetch-snapshot.ts';
import { useFleetDatabase } from '../../harness/fixtures/use-fleet-database.ts';
import { useTestApi } from '../../harness/fixtures/use-test-api.ts';
import { median } from '../../harness/median.ts';
import { type Starvation, watchStarvation } from '../../harness/process/starvation.ts';

const database = useFleetDatabase(largeFleet(2000).rows);
// What the machine may take to read them is not the matter here.
const api = useTestApi(database, { FLEET_CACHE_TTL_MS: '15000', FLEET_REQUEST_TIMEOUT_MS: '12500' });
beforeAll(() => fetchSnapshot(api()));

type Held = { readonly inAllMs: number; readonly ownMs: number };

/** Opens a connection and tells how long the server bore it: in all, and less what the machine kept us from running. */
async function heldForMs(behave: (socket: Socket) => Promise<void>, starvation: Starvation): Promise<Held> {
  const socket = connect(api().port, '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  const [sinceMs, startedMs] = [Date.now(), performance.now()];
  const closed = new Promise((resolve) => socket.once('close', resolve));
  void behave(socket);
  await closed;
  const inAllMs = performance.now() - startedMs;
  return { inAllMs, ownMs: inAllMs - starvation.between(sinceMs, Date.now()) };
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
async function medianLatencyMs(until: Promise<unknown>, starvation: Starvation): Promise<number> {
  let isOver = false;
  void until.then(() => {
    isOver = true;
  });
  const latencies: number[] = [];
  const poll = async (offsetMs: number) => {
    await sleep(offsetMs);
    while (!isOver) {
      const [sinceMs, startedMs] = [Date.now(), performance.now()];
      const response = await fetch(`${api().url}/healthz`);
      await response.arrayBuffer();
      const [latencyMs, answeredMs] = [performance.now() - startedMs, Date.now()];
      await sleep(1000);
      latencies.push(latencyMs - starvation.between(sinceMs, answeredMs));
    }
  };
  await Promise.all(Array.from({ length: 50 }, (_, i) => poll(i * 20)));
  return median(latencies);
}

async function endureSlow(count: number, behave: (socket: Socket) => Promise<void>) {
  const starvation = watchStarvation();
  const slow = Promise.all(Array.from({ length: count }, () => heldForMs(behave, starvation)));
  const medianMs = await medianLatencyMs(slow, starvation);
  starvation.stop();
  const held = await slow;
  return {
    shortest: Math.min(...held.map(({ inAllMs }) => inAllMs)),
    longest: Math.max(...held.map(({ ownMs }) => ownMs)),
    medianMs,
  };
}

it('200 that never finish their headers are all closed within 7 s, and most answers to 50 others take less than 50 ms', async () => {
  const { longest, medianMs } = await endureSlow(200, trickle);
  expect(longest).toBeLessThan(7000);
  expect(medianMs).toBeLessThan(50);
});

describe.concurrent('slow readers', () => {
  it('20 that ask and do not read are closed within 13 s, and most answers to 50 others take less than 50 ms', async () => {
    const { shortest, longest, medianMs } = await endureSlow(20, askAndWait);
    expect(longest).toBeLessThan(13_000);
    expect(shortest).toBeGreaterThan(5000);
    expect(medianMs).toBeLessThan(50);
  });

  it('one that reads, however often it asks, is never closed for it', async () => {
    const socket = connect(api().port, '127.0.0.1');
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

import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { watchStarvation } from './starvation.ts';

it('time that the process computes is not time that it was kept from running', async () => {
  const starvation = watchStarvation();
  await sleep(50);
  const fromMs = Date.now();
  const cpu = process.cpuUsage();
  let spent = process.cpuUsage(cpu);
  while (spent.user + spent.system < 300_000) spent = process.cpuUsage(cpu);
  await sleep(50);
  const toMs = Date.now();
  // Whatever the machine took for others counts; the 300 ms of our own do not.
  expect(starvation.between(fromMs, toMs)).toBeLessThanOrEqual(toMs - fromMs - 290);
  starvation.stop();
});

it('time spent waiting without a processor counts, once and only where it lies', async () => {
  const starvation = watchStarvation();
  await sleep(50);
  const fromMs = Date.now();
  // Blocks without computing, as a process that is not scheduled.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  await sleep(50);
  expect(starvation.between(fromMs, fromMs + 500)).toBeGreaterThan(400);
  expect(starvation.between(fromMs + 200, fromMs + 300)).toBeLessThanOrEqual(100);
  expect(starvation.between(fromMs - 60_000, fromMs - 1000)).toBe(0);
  starvation.stop();
});

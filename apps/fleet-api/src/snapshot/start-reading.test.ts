import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startReading } from './start-reading.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('reads once when that succeeds', async () => {
  const read = vi.fn(async () => {});
  startReading(read, () => {});
  await vi.advanceTimersByTimeAsync(600_000);
  expect(read).toHaveBeenCalledTimes(1);
});

it('tells of each failure, and tries again ever more seldom until it succeeds', async () => {
  const failures: unknown[] = [];
  let isWell = false;
  const read = vi.fn(() => (isWell ? 'read' : Promise.reject(new Error('down'))));
  startReading(read, (error) => failures.push(error));
  await vi.advanceTimersByTimeAsync(1000 + 2000 + 4000 + 8000 + 16_000 + 30_000);
  expect([read.mock.calls.length, failures.length]).toEqual([7, 7]);
  isWell = true;
  await vi.advanceTimersByTimeAsync(600_000);
  expect([read.mock.calls.length, failures.length]).toEqual([8, 7]);
});

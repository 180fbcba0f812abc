import { beforeEach, expect, it, vi } from 'vitest';
import { limitDutyCycle } from './duty-cycle.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

/** A read that takes as long as told, and then gives how many it was or fails. */
function makeRead({ isExpensive = (): boolean => false, fails = false } = {}) {
  let count = 0;
  let durationMs = 0;
  const read = limitDutyCycle(
    async () => {
      count += 1;
      await new Promise((resolve) => setTimeout(resolve, durationMs));
      if (fails) throw new Error('stopped');
      return count;
    },
    { expensiveFromMs: 125, isExpensive },
  );
  const take = async (ms: number) => {
    durationMs = ms;
    const [outcome] = await Promise.all([Promise.allSettled([read()]), vi.advanceTimersByTimeAsync(ms)]);
    return outcome[0];
  };
  return { take, count: () => count };
}

it('a read just under the limit is taken anew every time', async () => {
  const { take, count } = makeRead();
  await take(124);
  await take(124);
  expect(count()).toBe(2);
});

it('an expensive read rests until 20 times its duration has passed since it began', async () => {
  const { take, count } = makeRead();
  await take(200);
  await vi.advanceTimersByTimeAsync(3799);
  expect(await take(0)).toMatchObject({ value: 1 });
  await vi.advanceTimersByTimeAsync(1);
  expect(await take(0)).toMatchObject({ value: 2 });
  expect(count()).toBe(2);
});

it('at most 5 % of the time is spent in an expensive read, however often it is asked for', async () => {
  const { take, count } = makeRead();
  for (let ms = 0; ms < 60_000; ms += 500) await take(500);
  expect(count() * 500).toBeLessThanOrEqual((60_000 + 10_000) * 0.05);
});

it('a read that failed at once is tried again at once', async () => {
  const { take, count } = makeRead({ fails: true });
  await take(2000);
  await take(2000);
  expect(count()).toBe(2);
});

it('a read that the server stopped is tried once more at once, and then rests', async () => {
  const { take, count } = makeRead({ fails: true, isExpensive: () => true });
  await take(1000);
  await take(1000);
  expect(count()).toBe(2);
  await vi.advanceTimersByTimeAsync(38_999);
  expect(await take(0)).toMatchObject({ status: 'rejected' });
  expect(count()).toBe(2);
  await vi.advanceTimersByTimeAsync(1);
  await take(0);
  expect(count()).toBe(3);
});

it('however expensive, a read rests for no longer than 50 s, so that its outcome is never a minute old', async () => {
  const { take } = makeRead();
  await take(4000);
  await vi.advanceTimersByTimeAsync(45_999);
  expect(await take(0)).toMatchObject({ value: 1 });
  await vi.advanceTimersByTimeAsync(1);
  expect(await take(0)).toMatchObject({ value: 2 });
});

it('a read that goes on being stopped is not tried twice again after each rest', async () => {
  const { take, count } = makeRead({ fails: true, isExpensive: () => true });
  for (let ms = 0; ms < 2000; ms += 1000) await take(1000);
  await vi.advanceTimersByTimeAsync(50_000);
  await take(1000);
  await take(1000);
  expect(count()).toBe(3);
});

it('at most 5 % of the time is spent in a read that the server stops, however often it is asked for', async () => {
  const { take, count } = makeRead({ fails: true, isExpensive: () => true });
  for (let ms = 0; ms < 400_000; ms += 2000) await take(2000);
  expect(count() * 2000).toBeLessThanOrEqual((400_000 + 80_000) * 0.05);
});

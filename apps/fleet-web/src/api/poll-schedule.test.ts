import { expect, it } from 'vitest';
import { retryDelayMs } from './poll-schedule.ts';

it('asks again 5 s after a first failure and never later than every 15 s', () => {
  expect(retryDelayMs(1, 0)).toBe(5_000);
  expect(retryDelayMs(2, 0.5)).toBe(7_500);
  expect(retryDelayMs(3, 0.5)).toBe(11_250);
  expect(retryDelayMs(50, 1)).toBe(15_000);
});

it('spreads pages that failed together', () => {
  expect(retryDelayMs(2, 0)).not.toBe(retryDelayMs(2, 1));
});

import { expect, it } from 'vitest';
import { budgetMs, retryDelayMs } from './poll-schedule.ts';

it('asks again 5 s after a first failure and never later than every 15 s', () => {
  expect(retryDelayMs(1, 0)).toBe(5_000);
  expect(retryDelayMs(2, 0.5)).toBe(7_500);
  expect(retryDelayMs(3, 0.5)).toBe(11_250);
  expect(retryDelayMs(50, 1)).toBe(15_000);
});

it('spreads pages that failed together', () => {
  expect(retryDelayMs(2, 0)).not.toBe(retryDelayMs(2, 1));
});

it('leaves an API its own budget, however often it has failed', () => {
  expect(budgetMs(15_000, 0)).toBe(15_000);
  expect(budgetMs(200, 9)).toBe(200);
});

it('leaves an API that has told none the usual 3 s, and after each failure twice as much, up to 20 s', () => {
  expect([0, 1, 2, 3, 50].map((failures) => budgetMs(undefined, failures))).toEqual([
    3_000, 6_000, 12_000, 20_000, 20_000,
  ]);
});

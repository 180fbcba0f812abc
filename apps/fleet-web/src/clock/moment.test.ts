import { expect, it } from 'vitest';
import { elapsedMs } from './moment.ts';

const start = { monotonicMs: 1_000, wallMs: 1_700_000_000_000 };

it('counts the hours of a machine that slept, though its monotonic clock stood still', () => {
  const awake = { monotonicMs: 1_500, wallMs: start.wallMs + 7_200_000 };
  expect(elapsedMs(start, awake)).toBe(7_200_000);
});

it('does not make data younger when the wall clock is set back an hour', () => {
  const later = { monotonicMs: 31_000, wallMs: start.wallMs - 3_600_000 };
  expect(elapsedMs(start, later)).toBe(30_000);
});

it('is never negative', () => {
  expect(elapsedMs(start, { monotonicMs: 0, wallMs: 0 })).toBe(0);
});

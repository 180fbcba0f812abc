import { expect, it } from 'vitest';
import { elapsedMs } from './moment.ts';

const start = { monotonic_ms: 1_000, wall_ms: 1_700_000_000_000 };

it('counts the hours of a machine that slept, though its monotonic clock stood still', () => {
  const awake = { monotonic_ms: 1_500, wall_ms: start.wall_ms + 7_200_000 };
  expect(elapsedMs(start, awake)).toBe(7_200_000);
});

it('does not make data younger when the wall clock is set back an hour', () => {
  const later = { monotonic_ms: 31_000, wall_ms: start.wall_ms - 3_600_000 };
  expect(elapsedMs(start, later)).toBe(30_000);
});

it('is never negative', () => {
  expect(elapsedMs(start, { monotonic_ms: 0, wall_ms: 0 })).toBe(0);
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DatabaseFailure } from '../database-failure.ts';
import { createLogInPace } from './log-in-pace.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const denial = new DatabaseFailure('denied', 'no');

/** Tries as often as it may for so long, and is denied each time. */
function attemptsIn(pace: ReturnType<typeof createLogInPace>, forMs: number): number {
  let attempts = 0;
  for (const endMs = Date.now() + forMs; Date.now() < endMs; vi.advanceTimersByTime(100)) {
    if (pace.standing() !== undefined) continue;
    attempts += 1;
    pace.denied(denial);
  }
  return attempts;
}

it('after denials there are few attempts, and in the end about one a minute', () => {
  const pace = createLogInPace(() => 1);
  expect(attemptsIn(pace, 30_000)).toBe(4);
  expect(attemptsIn(pace, 11_100)).toBe(1);
  expect(attemptsIn(pace, 3_600_000)).toBe(60);
});

it.each([
  [0, 1800],
  [1, 2000],
])('the first denial stands for 2 s, or a little less with the random number %d', (random, standsMs) => {
  const pace = createLogInPace(() => random);
  expect(pace.standing()).toBeUndefined();
  pace.denied(denial);
  vi.advanceTimersByTime(standsMs - 1);
  expect(pace.standing()).toEqual({ denial, leftMs: 1 });
  vi.advanceTimersByTime(1);
  expect(pace.standing()).toBeUndefined();
});

it('attempts that were under way together count as one', () => {
  const pace = createLogInPace(() => 1);
  for (let i = 0; i < 4; i++) pace.denied(denial);
  expect(pace.standing()?.leftMs).toBe(2000);
});

it('after a reset there is no pause, and the next one is short', () => {
  const pace = createLogInPace(() => 1);
  attemptsIn(pace, 100_000);
  pace.reset();
  expect(pace.standing()).toBeUndefined();
  pace.denied(denial);
  expect(pace.standing()?.leftMs).toBe(2000);
});

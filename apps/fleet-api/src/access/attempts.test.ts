import { expect, it } from 'vitest';
import { MOST_FAILING_ADDRESSES } from '../limits.ts';
import { createAttempts } from './attempts.ts';
import { digestOf } from './token.ts';

function attemptsAt() {
  let nowMs = 0;
  let count = 0;
  const attempts = createAttempts(() => nowMs);
  return {
    attempts,
    guess: (address: string, times = 1) => {
      for (let i = 0; i < times; i++) attempts.failed(address, digestOf(`guess ${++count}`));
    },
    later: (ms: number) => {
      nowMs += ms;
    },
  };
}

it('five wrong tokens of an address are forgiven; then it pauses, for longer each time up to 30 s', () => {
  const { attempts, guess } = attemptsAt();
  guess('10.0.0.1', 5);
  expect(attempts.pauseMs('10.0.0.1')).toBe(0);
  const pauses = Array.from({ length: 7 }, () => {
    guess('10.0.0.1');
    return attempts.pauseMs('10.0.0.1');
  });
  expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});

it('a pause is over when it is over, and all is forgotten after ten minutes', () => {
  const { attempts, guess, later } = attemptsAt();
  guess('10.0.0.1', 6);
  later(999);
  expect(attempts.pauseMs('10.0.0.1')).toBe(1);
  later(1);
  expect(attempts.pauseMs('10.0.0.1')).toBe(0);
  later(600_000);
  guess('10.0.0.1', 5);
  expect(attempts.pauseMs('10.0.0.1')).toBe(0);
});

it('other addresses do not pause; of IPv6 the whole network of one does', () => {
  const { attempts, guess } = attemptsAt();
  guess('10.0.0.1', 20);
  guess('2001:db8::1', 20);
  expect(attempts.pauseMs('10.0.0.2')).toBe(0);
  expect(attempts.pauseMs('2001:db8:0:1::1')).toBe(0);
  expect(attempts.pauseMs('2001:db8:0:0:ffff::2')).toBeGreaterThan(0);
});

it('the same wrong token again is no other guess, and does not make a pause longer', () => {
  const { attempts, guess } = attemptsAt();
  for (let i = 0; i < 100; i++) attempts.failed('10.0.0.1', digestOf('of last year'));
  expect(attempts.pauseMs('10.0.0.1')).toBe(0);
  guess('10.0.0.1', 4);
  expect(attempts.pauseMs('10.0.0.1')).toBe(0);
  guess('10.0.0.1');
  expect(attempts.pauseMs('10.0.0.1')).toBe(1000);
});

it('so many addresses are remembered, and the one that has been still for the longest is forgotten', () => {
  const { attempts, guess } = attemptsAt();
  guess('first', 20);
  guess('second', 20);
  guess('first');
  for (let i = 0; i < MOST_FAILING_ADDRESSES - 1; i++) guess(`other ${i}`);
  expect(attempts.pauseMs('second')).toBe(0);
  expect(attempts.pauseMs('first')).toBeGreaterThan(0);
});

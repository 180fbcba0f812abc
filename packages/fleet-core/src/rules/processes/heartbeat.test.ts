import { expect, it } from 'vitest';
import { NOW_MS } from '../../testing/make/now.ts';
import { ageSec, areAllLate, heartbeatAgeSec, isInFuture, isStale } from './heartbeat.ts';

const GRACE_SEC = 600;

it.each([
  [599_999, false],
  [600_000, false],
  [600_001, true],
])('with a grace of 600 s a heartbeat %i ms old is stale: %s', (ageMs, stale) => {
  expect(isStale(NOW_MS, NOW_MS - ageMs, GRACE_SEC)).toBe(stale);
});

it('a heartbeat one millisecond past the grace is stale although its age rounds to the grace', () => {
  expect(ageSec(NOW_MS, NOW_MS - 600_001)).toBe(600);
  expect(isStale(NOW_MS, NOW_MS - 600_001, GRACE_SEC)).toBe(true);
});

it('with no grace at all only a heartbeat of this very instant or later is fresh', () => {
  expect(isStale(NOW_MS, NOW_MS, 0)).toBe(false);
  expect(isStale(NOW_MS, NOW_MS - 1, 0)).toBe(true);
});

it('where there is no heartbeat there is no age, and silence', () => {
  expect(heartbeatAgeSec(NOW_MS, null)).toBeNull();
  expect(isStale(NOW_MS, null, GRACE_SEC)).toBe(true);
  expect(areAllLate([null, NOW_MS - 90_001], NOW_MS, 90)).toBe(true);
  expect(areAllLate([null, NOW_MS - 90_000], NOW_MS, 90)).toBe(false);
});

it('a heartbeat in the future is never stale', () => {
  expect(isStale(NOW_MS, NOW_MS + 3_600_000, GRACE_SEC)).toBe(false);
});

it.each([
  [0, 0],
  [499, 0],
  [500, 1],
  [1499, 1],
  [1500, 2],
  [4000, 4],
])('an age of %i ms is rounded to the nearest second: %i', (ageMs, seconds) => {
  expect(ageSec(NOW_MS, NOW_MS - ageMs)).toBe(seconds);
});

it.each([1, 500, 501, 90_000])('the age of what lies %i ms ahead is 0, never negative', (aheadMs) => {
  expect(ageSec(NOW_MS, NOW_MS + aheadMs)).toBe(0);
});

it.each([
  [59_999, false],
  [60_000, false],
  [60_001, true],
])('a heartbeat %i ms ahead of the database is in the future: %s', (aheadMs, future) => {
  expect(isInFuture(NOW_MS, NOW_MS + aheadMs)).toBe(future);
});

it('an old heartbeat is not in the future', () => {
  expect(isInFuture(NOW_MS, NOW_MS - 3_600_000)).toBe(false);
});

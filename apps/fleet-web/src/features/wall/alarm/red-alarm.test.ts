import { expect, it } from 'vitest';
import { turnsRed } from './red-alarm.ts';

it('sounds once, when red comes', () => {
  const seen = [null, false, true, true, true, false, true];
  const alarms = seen.filter((isRed, index) => turnsRed(seen[index - 1] ?? null, isRed));
  expect(alarms).toHaveLength(2);
});

it('is silent about a red that was there first', () => {
  expect(turnsRed(null, true)).toBe(false);
});

it('is silent about everything else', () => {
  expect(turnsRed(true, false)).toBe(false);
  expect(turnsRed(false, false)).toBe(false);
  expect(turnsRed(false, null)).toBe(false);
});

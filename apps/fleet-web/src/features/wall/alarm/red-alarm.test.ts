import { expect, it } from 'vitest';
import { turnsRed } from './red-alarm.ts';

it('sounds once, when red comes', () => {
  const statuses = [null, 'green', 'red', 'red', 'red', 'amber', 'red'];
  const alarms = statuses.filter((status, index) => turnsRed(statuses[index - 1] ?? null, status));
  expect(alarms).toHaveLength(2);
});

it('is silent about a red that was there first', () => {
  expect(turnsRed(null, 'red')).toBe(false);
});

it('is silent about everything else', () => {
  expect(turnsRed('red', 'green')).toBe(false);
  expect(turnsRed('green', 'amber')).toBe(false);
  expect(turnsRed('green', null)).toBe(false);
});

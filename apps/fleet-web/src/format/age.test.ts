import { expect, it } from 'vitest';
import { formatAge, formatWindow } from './age.ts';

it.each([
  [0, '0s'],
  [59, '59s'],
  [60, '1m'],
  [190, '3m 10s'],
  [3_599, '59m 59s'],
  [7_200, '2h'],
  [7_500, '2h 5m'],
  [86_399, '23h 59m'],
  [273_600, '3d 4h'],
])('says %i seconds as %s', (seconds, text) => {
  expect(formatAge(seconds)).toBe(text);
});

it('never says a negative age', () => {
  expect(formatAge(-5)).toBe('0s');
});

it('says a window of 900 seconds as 15 min', () => {
  expect(formatWindow(900)).toBe('15 min');
  expect(formatWindow(90)).toBe('1m 30s');
});

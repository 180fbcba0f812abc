import { expect, it } from 'vitest';
import { crowdText, listText } from './list-text.ts';

it.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
  [['a', 'b', 'c', 'd', 'e'], 'a, b, c, d and e'],
  [['a', 'b', 'c', 'd', 'e', 'f'], 'a, b, c, d, e and 1 more'],
])('of the names %j up to five are listed: %s', (names, text) => {
  expect(listText(names)).toBe(text);
});

it('a crowd is named by its first and last, as people count: 9 comes before 10', () => {
  const hosts = Array.from({ length: 60 }, (_, i) => `eu-${i + 1}`);
  expect(crowdText(hosts)).toBe('eu-1 … eu-60');
  expect(crowdText(hosts.toReversed())).toBe('eu-1 … eu-60');
});

it('five names are no crowd yet, and a name counts once', () => {
  expect(crowdText(['e', 'd', 'c', 'b', 'a', 'a'])).toBe('a, b, c, d and e');
});

it.each([
  [['x10', 'x9', 'x'], 'x, x9 and x10'],
  [['a1b2', 'a1b10', 'a1b'], 'a1b, a1b2 and a1b10'],
  [['x01', 'x1'], 'x01 and x1'],
  [['b1', 'a2'], 'a2 and b1'],
])('%j are ordered by their letters, then by their numbers: %s', (names, text) => {
  expect(crowdText(names)).toBe(text);
});

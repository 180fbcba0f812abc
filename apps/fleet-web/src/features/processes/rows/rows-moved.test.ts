import { expect, it } from 'vitest';
import { rowsMoved } from './rows-moved.ts';

const moved = (held: string, wanted: string) => rowsMoved([...held], [...wanted]);

it('is none while the order is the same', () => {
  expect(moved('abcd', 'abcd')).toBe(0);
  expect(moved('', '')).toBe(0);
});

it('counts the one row that jumps and not all those that it passes', () => {
  expect(moved('abcdef', 'fabcde')).toBe(1);
  expect(moved('abcdef', 'bcdefa')).toBe(1);
});

it('counts rows that came and rows that went', () => {
  expect(moved('abc', 'abcxy')).toBe(2);
  expect(moved('abc', 'b')).toBe(2);
  expect(moved('abc', 'xbc')).toBe(2);
});

it('counts every row but one of a reversed table', () => {
  expect(moved('abcd', 'dcba')).toBe(3);
});

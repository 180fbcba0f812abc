import { expect, it } from 'vitest';
import { linesThatFit } from './lines-that-fit.ts';

it('shows all lines where they fit to the last', () => {
  expect(linesThatFit(0, 8)).toBe(0);
  expect(linesThatFit(8, 8)).toBe(8);
});

it('keeps the last line for how many more there are', () => {
  expect(linesThatFit(9, 8)).toBe(7);
  expect(linesThatFit(60, 8)).toBe(7);
});

it('shows none where there is no room, and never fewer', () => {
  expect(linesThatFit(5, 1)).toBe(0);
  expect(linesThatFit(5, 0)).toBe(0);
});

import { expect, it } from 'vitest';
import { partsThatFit } from './parts-that-fit.ts';

it('shows all parts where they fit to the last pixel with their gaps', () => {
  expect(partsThatFit([100, 50], 170, 10)).toEqual([true, true]);
  expect(partsThatFit([100, 50], 169, 10)).toEqual([true, false]);
});

it('leaves a part out as a whole, and shows a lower one after it where that fits', () => {
  expect(partsThatFit([100, 50], 60, 10)).toEqual([false, true]);
});

it('shows none where there is no room', () => {
  expect(partsThatFit([100, 50], 0, 10)).toEqual([false, false]);
  expect(partsThatFit([100, 50], -40, 10)).toEqual([false, false]);
});

import { expect, it } from 'vitest';
import { countText, numberText } from './count-text.ts';

it.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [65_536, '65,536'],
  [5_000_000, '5,000,000'],
])('%d is written with its thousands apart: %s', (count, text) => {
  expect(numberText(count)).toBe(text);
});

it('one is singular, none and many are plural', () => {
  expect(countText(1, 'bucket')).toBe('1 bucket');
  expect(countText(0, 'bucket')).toBe('0 buckets');
  expect(countText(5000, 'process', 'processes')).toBe('5,000 processes');
});

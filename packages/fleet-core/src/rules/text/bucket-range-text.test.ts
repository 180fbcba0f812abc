import { expect, it } from 'vitest';
import { bucketRangeText, rangesText } from './bucket-range-text.ts';

it('a single bucket is named alone, several by their first and last', () => {
  expect(bucketRangeText({ min: 7, max: 7 })).toBe('bucket 7');
  expect(bucketRangeText({ min: 7, max: 8 })).toBe('buckets 7-8');
});

it('of several ranges up to four are listed, and the others counted', () => {
  const ranges = [7, 10, 20, 30, 40, 50].map((min) => ({ min, max: min + (min === 7 ? 0 : 9) }));
  expect(rangesText(ranges.slice(0, 1))).toBe('7');
  expect(rangesText(ranges.slice(0, 2))).toBe('7 and 10-19');
  expect(rangesText(ranges.slice(0, 4))).toBe('7, 10-19, 20-29 and 30-39');
  expect(rangesText(ranges)).toBe('7, 10-19, 20-29, 30-39 and 2 more');
});

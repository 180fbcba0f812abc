import { expect, it } from 'vitest';
import { bucketRangeText } from './bucket-range-text.ts';

it('a single bucket is named alone, several by their first and last', () => {
  expect(bucketRangeText({ min: 7, max: 7 })).toBe('bucket 7');
  expect(bucketRangeText({ min: 7, max: 8 })).toBe('buckets 7-8');
});

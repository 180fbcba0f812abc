import { expect, it } from 'vitest';
import { makeProcess } from '../../../testing/make-process.ts';
import { filterRemarks } from './filter-remarks.ts';
import { parseFilter } from './filter-text.ts';

const remarks = (filter: string) => filterRemarks(parseFilter(filter), [makeProcess()]);

it('has nothing to say of words, keys and pasted process ids', () => {
  expect(remarks('eu type:monitor bucket:1-9 jetmon-a:monitor')).toEqual([]);
});

it('names an unknown key and the known ones', () => {
  expect(remarks('region:eu')).toEqual([
    '“region:” is no key, so “region:eu” is looked for as text. Keys: type:, state:, host:, bucket:, version:, health:, dependency:, delivery-owner:',
  ]);
});

it('says what a bucket has to look like', () => {
  expect(remarks('bucket:many')).toEqual([
    '“bucket:” takes a number or a range, as in bucket:499 or bucket:120-140',
  ]);
});

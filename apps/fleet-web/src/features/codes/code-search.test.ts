import { expect, it } from 'vitest';
import { makeCode } from '../../testing/make-code.ts';
import { searchCodes } from './code-search.ts';

const CODES = [
  makeCode({ code: 'heartbeat_late', meaning: 'A heartbeat is late; its process is not stale.' }),
  makeCode({ code: 'process_stale', meaning: 'No heartbeat came.' }),
  makeCode({ code: 'range_mismatch', question: 'ownership', meaning: 'It reports another range.' }),
];
const found = (typed: string) => searchCodes(CODES, typed).map(({ code }) => code);

it('nothing typed leaves all, in their order', () => {
  expect(found(' ')).toEqual(['heartbeat_late', 'process_stale', 'range_mismatch']);
});

it.each(['range_mismatch', 'range mismatch', 'Mismatch-Range', '"range_mismatch",'])(
  'a code is found however it is written: %s',
  (typed) => {
    expect(found(typed)).toEqual(['range_mismatch']);
  },
);

it('every word has to be there, in the code, its question or its meaning', () => {
  expect(found('ownership reports')).toEqual(['range_mismatch']);
  expect(found('ownership heartbeat')).toEqual([]);
});

it('codes with the words in their names come before those that only speak of them', () => {
  expect(found('process stale')).toEqual(['process_stale', 'heartbeat_late']);
});

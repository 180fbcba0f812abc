import { expect, it } from 'vitest';
import { parseFilter } from './filter-text.ts';

it('takes words and keys apart, in lower case', () => {
  expect(parseFilter('  EU-West type:Monitor bucket:499 ')).toEqual([
    { kind: 'word', text: 'eu-west' },
    { kind: 'key', key: 'type', value: 'monitor' },
    { kind: 'key', key: 'bucket', value: '499' },
  ]);
});

it('is empty for an empty box', () => {
  expect(parseFilter('')).toEqual([]);
  expect(parseFilter(' \t')).toEqual([]);
});

it('waits for the value of a key', () => {
  expect(parseFilter('type:')).toEqual([]);
  expect(parseFilter('type:""')).toEqual([]);
});

it('keeps spaces inside quotes, even while the closing one is missing', () => {
  expect(parseFilter('version:"2.4 rc1" "i/o timeout"')).toEqual([
    { kind: 'key', key: 'version', value: '2.4 rc1' },
    { kind: 'word', text: 'i/o timeout' },
  ]);
  expect(parseFilter('"i/o time')).toEqual([{ kind: 'word', text: 'i/o time' }]);
});

it('searches for what follows an unknown key as for any word, so that a process_id can be pasted', () => {
  expect(parseFilter('jetmon-a:monitor')).toEqual([
    { kind: 'word', text: 'jetmon-a:monitor', unknownKey: 'jetmon-a' },
  ]);
});

it('takes a colon at the start as text', () => {
  expect(parseFilter(':8080')).toEqual([{ kind: 'word', text: ':8080' }]);
});

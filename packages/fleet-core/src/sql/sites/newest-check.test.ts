import { expect, it } from 'vitest';
import { createNewestChecksDecoder } from './newest-check.ts';

const row = (columns: object = {}) => ({ bucket_no: 7, newest_check: '2026-07-24 12:00:00', ...columns });
const CHECKED_MS = Date.parse('2026-07-24T12:00:00Z');

it('a row that is given again is the very same check', () => {
  const decode = createNewestChecksDecoder();
  const same = row();
  const [first] = decode([same]);
  expect(first).toEqual({ bucket_no: 7, newest_check_ms: CHECKED_MS });
  expect(decode([same, row({ bucket_no: 8, newest_check: null })])).toEqual([
    { bucket_no: 7, newest_check_ms: CHECKED_MS },
    { bucket_no: 8, newest_check_ms: null },
  ]);
  expect(decode([same])[0]).toBe(first);
});

it.each([
  ['a bucket that is none', [row({ bucket_no: -1 })]],
  ['a check that is no time', [row({ newest_check: 5 })]],
  ['no row', [null]],
  ['no list', undefined],
])('%s is refused: no bucket is left out for what is said of it', (_, rows) => {
  expect(() => createNewestChecksDecoder()(rows)).toThrow();
});

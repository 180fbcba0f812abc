import { expect, it } from 'vitest';
import { csvText } from './csv-text.ts';

/** One cell as it stands in the file. */
const cell = (value: Parameters<typeof csvText>[0][number][number]) =>
  csvText([[value]])
    .replace(/^\uFEFF/, '')
    .replace(/\r\n$/, '');

it('ends each row with CR LF and begins with a byte order mark', () => {
  expect(
    csvText([
      ['a', 'b'],
      [1, null],
    ]),
  ).toBe('\uFEFFa,b\r\n1,\r\n');
});

it.each([
  ['jetmon-a', 'jetmon-a'],
  ['', ''],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['two\r\nlines', '"two\r\nlines"'],
  [' edge ', '" edge "'],
  ['ĞÜ-1', 'ĞÜ-1'],
  [0, '0'],
  [-5, '-5'],
  [true, 'true'],
  [null, ''],
])('quotes only what needs it: %j is %s', (value, expected) => {
  expect(cell(value)).toBe(expected);
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u200b=1', '＝1', '=cmd|" /C calc"!A0'])(
  'a text that a spreadsheet would run is text: %j',
  (value) => {
    expect(cell(value).replace(/^"/, '')).toMatch(/^'/);
  },
);

it.each(['a=1', 'jetmon-a', '2.4.1', "'quoted"])('and what is none stays as it is: %s', (value) => {
  expect(cell(value)).toBe(value);
});

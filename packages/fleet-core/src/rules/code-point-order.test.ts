import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryText } from '../testing/arbitrary/arbitrary-name.ts';
import { byCodePoint, distinctSorted } from './code-point-order.ts';

it('capitals come before small letters, and both before letters with accents, in every locale', () => {
  expect(['é', 'b', 'Z', 'a', 'B'].sort(byCodePoint)).toEqual(['B', 'Z', 'a', 'b', 'é']);
});

it('digits are compared one by one: 10 comes before 9', () => {
  expect(['host-9', 'host-10'].sort(byCodePoint)).toEqual(['host-10', 'host-9']);
});

it('a name comes before the same name with more behind it', () => {
  expect(['jetmon-aa', 'jetmon-a', ''].sort(byCodePoint)).toEqual(['', 'jetmon-a', 'jetmon-aa']);
});

it.each([
  ['U+FF21 before U+1F600', '\uff21', '\u{1f600}'],
  ['U+E000 before U+10000', '\ue000', '\u{10000}'],
  ['U+FFFD before U+1F600', '\ufffd', '\u{1f600}'],
  ['U+D7FF before U+10000', '\ud7ff', '\u{10000}'],
  ['U+1F600 before U+1F601', '\u{1f600}', '\u{1f601}'],
  ['U+10000 before U+10FFFF', '\u{10000}', '\u{10ffff}'],
])('characters beyond U+FFFF come last, though UTF-16 puts them earlier: %s', (_, first, second) => {
  expect(byCodePoint(first, second)).toBeLessThan(0);
  expect(byCodePoint(second, first)).toBeGreaterThan(0);
});

it('a string equals itself', () => {
  expect(byCodePoint('jetmon-a', 'jetmon-a')).toBe(0);
});

it('the order is that of the bytes of UTF-8', () => {
  fc.assert(
    fc.property(arbitraryText, arbitraryText, (a, b) => {
      expect(Math.sign(byCodePoint(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
});

it('equal values are listed once, in order', () => {
  expect(distinctSorted(['b', 'a', 'b', '\u{1f600}', '\uff21'])).toEqual(['a', 'b', '\uff21', '\u{1f600}']);
});

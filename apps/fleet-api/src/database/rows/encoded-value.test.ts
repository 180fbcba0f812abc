import { expect, it } from 'vitest';
import { encodedLength, isSameAt } from './encoded-value.ts';

it.each([
  ['an empty one', [0], 1],
  ['the longest with its length in one byte', [250], 251],
  ['null', [251], 1],
  ['one of 251 bytes', [252, 251, 0], 254],
  ['the longest with its length in two', [252, 255, 255], 65_538],
  ['one more', [253, 0, 0, 1], 65_540],
  ['the longest with its length in three', [253, 255, 255, 255], 16_777_219],
  ['one more', [254, 0, 0, 0, 1, 0, 0, 0, 0], 16_777_225],
])('the length of a value: %s', (_, bytes, length) => {
  expect(encodedLength(Buffer.from([9, ...bytes]), 1)).toBe(length);
});

it.each([31, 32, 33])('%d bytes are the same when all of them are', (length) => {
  const one = Buffer.from(`-${'a'.repeat(length)}`);
  expect(isSameAt(one, 1, Buffer.from(`--${'a'.repeat(length)}`), 2, length)).toBe(true);
  expect(isSameAt(one, 1, Buffer.from(`--${'a'.repeat(length - 1)}b`), 2, length)).toBe(false);
  expect(isSameAt(one, 1, Buffer.from(`--b${'a'.repeat(length - 1)}`), 2, length)).toBe(false);
});

it('what goes on beyond the end of the other is not the same', () => {
  const [one, shorter] = [Buffer.from('aaaa'), Buffer.from('aaa')];
  expect(isSameAt(one, 0, shorter, 0, 3)).toBe(true);
  expect(isSameAt(one, 0, shorter, 0, 4)).toBe(false);
  expect(isSameAt(shorter, 0, one, 0, 4)).toBe(false);
});

import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readQuery } from './read-query.ts';

const Schema = z.strictObject({
  since: z.optional(z.string().check(z.regex(/^\d+$/, 'is no whole number'))),
});

it('reads what is given, and nothing where nothing is', () => {
  expect(readQuery('/x?since=12', Schema)).toEqual({ since: '12' });
  expect(readQuery('/x', Schema)).toEqual({});
  expect(readQuery('/x?', Schema)).toEqual({});
});

it.each([
  ['/x?since=no', 'Parameter "since": is no whole number.'],
  ['/x?since=1&since=2', 'Parameter "since" is given twice.'],
  ['/x?sinse=1', 'There is no parameter "sinse".'],
  [`/x?${'a'.repeat(100)}=1`, `There is no parameter "${'a'.repeat(40)}".`],
  ['/x?__proto__=1', 'There is no parameter "__proto__".'],
])('%s is refused in words that name the parameter', (target, sentence) => {
  expect(() => readQuery(target, Schema)).toThrow(sentence);
});

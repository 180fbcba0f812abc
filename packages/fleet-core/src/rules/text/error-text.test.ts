import { expect, it } from 'vitest';
import { errorText } from './error-text.ts';

it('keeps an error of 200 characters as it is, and of a longer one the first 200', () => {
  expect(errorText('x'.repeat(200))).toBe('x'.repeat(200));
  expect(errorText('x'.repeat(201))).toBe(`${'x'.repeat(200)} …`);
  expect(errorText('x'.repeat(60_000))).toBe(`${'x'.repeat(200)} …`);
});

it('cuts no character in two', () => {
  expect(errorText('😀'.repeat(200))).toBe('😀'.repeat(200));
  expect(errorText('😀'.repeat(201))).toBe(`${'😀'.repeat(200)} …`);
});

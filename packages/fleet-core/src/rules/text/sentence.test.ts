import { expect, it } from 'vitest';
import { sentence } from './sentence.ts';

it('begins with a capital, unless it begins with a name: that of a host is left as it is', () => {
  expect(sentence('no monitor is active')).toBe('No monitor is active');
  expect(sentence('jetmon-b is silent', ['jetmon-b'])).toBe('jetmon-b is silent');
  expect(sentence('the row of jetmon-b', ['jetmon-b', ''])).toBe('The row of jetmon-b');
  expect(sentence('')).toBe('');
});

import { expect, it } from 'vitest';
import { changedQuery } from './query-string.ts';

it('sets, replaces and removes, and keeps what it was not told of', () => {
  expect(changedQuery('?theme=dark&p=old', { p: 'jetmon-a:monitor' })).toBe('?theme=dark&p=jetmon-a:monitor');
  expect(changedQuery('?theme=dark&p=old', { p: null })).toBe('?theme=dark');
  expect(changedQuery('', { filter: 'bucket:499 eu' })).toBe('?filter=bucket:499+eu');
});

it('leaves no lone question mark', () => {
  expect(changedQuery('?p=x', { p: null })).toBe('');
});

it('can be read back, whatever the value', () => {
  const value = 'a&b=c +%3A:"é,#';
  expect(new URLSearchParams(changedQuery('', { filter: value })).get('filter')).toBe(value);
});

import { expect, it } from 'vitest';
import { createWatched } from './watched.ts';

function watchedOf({ ageMs, isFailing = false }: { ageMs: number | null; isFailing?: boolean }) {
  const last = ageMs === null ? undefined : { value: 'a snapshot', ageMs: () => ageMs };
  return createWatched({ last: () => last, isFailing: () => isFailing }, 90_000)();
}

it('is good until it is older than the longest pause', () => {
  expect(watchedOf({ ageMs: 90_000 })).toEqual({ state: 'good', value: 'a snapshot', ageMs: 90_000 });
  expect(watchedOf({ ageMs: 90_001 })).toEqual({ state: 'old', ageMs: 90_001 });
});

it('is not good once a read has failed, however young the last snapshot is', () => {
  expect(watchedOf({ ageMs: 1, isFailing: true })).toEqual({ state: 'failed', ageMs: 1 });
  expect(watchedOf({ ageMs: null, isFailing: true })).toEqual({ state: 'failed', ageMs: null });
});

it('is unread before the first read', () => {
  expect(watchedOf({ ageMs: null })).toEqual({ state: 'unread', ageMs: null });
});

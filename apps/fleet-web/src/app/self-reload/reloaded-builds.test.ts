import { expect, it } from 'vitest';
import { claimReload } from './reloaded-builds.ts';

const HOUR_MS = 3_600_000;

function makeStorage(content: string | null = null) {
  let kept = content;
  return {
    getItem: () => kept,
    setItem: (_: string, text: string) => {
      kept = text;
    },
  };
}

it('reloads for a build once, however often it is seen as new', () => {
  const storage = makeStorage();
  expect(claimReload(storage, 'b', 0)).toBe(true);
  expect(claimReload(storage, 'b', 5_000)).toBe(false);
  expect(claimReload(storage, 'c', 5_000)).toBe(true);
});

it('two builds that serve in turn bring two reloads in an hour, not one every poll', () => {
  const storage = makeStorage();
  const polls = Array.from({ length: 700 }, (_, poll) => poll);
  const reloads = polls.filter((poll) => claimReload(storage, poll % 2 === 0 ? 'a' : 'b', poll * 5_000));
  expect(reloads).toHaveLength(2);
});

it('follows a build that comes back after an hour', () => {
  const storage = makeStorage();
  claimReload(storage, 'b', 0);
  expect(claimReload(storage, 'b', HOUR_MS)).toBe(true);
});

it('does not reload where it could not remember that it did', () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  expect(claimReload(full, 'b', 0)).toBe(false);
});

it.each(['', 'no JSON', '{}', '[1]', '[{"build":1}]'])(
  'takes notes that it cannot read (%s) for none',
  (text) => {
    expect(claimReload(makeStorage(text), 'b', 0)).toBe(true);
  },
);

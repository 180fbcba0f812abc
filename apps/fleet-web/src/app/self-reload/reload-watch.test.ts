import { expect, it } from 'vitest';
import { type ReloadWatch, reloadReason, startWatch, watchAnswer } from './reload-watch.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const at = (seconds: number) => ({ monotonicMs: seconds * 1000, wallMs: seconds * 1000 });
const answer = (watch: ReloadWatch, build_id: string, seconds: number, random = 0.5) =>
  watchAnswer(watch, { build_id, at: at(seconds) }, random);
const loaded = startWatch(at(0));

it('does not reload for the build that answers first', () => {
  expect(reloadReason(answer(loaded, 'a', 1), at(60), true)).toBeNull();
});

it('reloads for another build after its random part of 30 s', () => {
  const seen = answer(answer(loaded, 'a', 1), 'b', 100, 0.5);
  expect(reloadReason(seen, at(114.9), true)).toBeNull();
  expect(reloadReason(seen, at(115), true)).toBe('new_build');
});

it('waits once, not anew with every answer of the new build', () => {
  const seen = answer(answer(answer(loaded, 'a', 1), 'b', 100, 0.5), 'b', 105, 1);
  expect(reloadReason(seen, at(115), true)).toBe('new_build');
});

it('stays when its own build answers again', () => {
  const mixed = answer(answer(answer(loaded, 'a', 1), 'b', 100, 1), 'a', 105);
  expect(reloadReason(mixed, at(200), true)).toBeNull();
});

it('reloads at 15 minutes without success, and not just under', () => {
  const once = answer(loaded, 'a', 10);
  expect(reloadReason(once, at(10 + 15 * MINUTE - 1), false)).toBeNull();
  expect(reloadReason(once, at(10 + 15 * MINUTE), false)).toBe('no_success');
  expect(reloadReason(loaded, at(15 * MINUTE), false)).toBe('no_success');
});

it('reloads once a day while calm, and not while red or blind', () => {
  const day = 24 * HOUR;
  const watch = answer(loaded, 'a', day - 1);
  expect(reloadReason(watch, at(day - 1), true)).toBeNull();
  expect(reloadReason(watch, at(day), true)).toBe('daily');
  expect(reloadReason(watch, at(day), false)).toBeNull();
});

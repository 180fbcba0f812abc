import type { Summary } from 'fleet-core/contract/summary';
import { expect, it } from 'vitest';
import { makeSummary } from '../../testing/make-summary.ts';
import { snapshotWith } from '../../testing/snapshot-with.ts';
import { unlistedWord } from '../../testing/unlisted-word.ts';
import { NOTHING_SEEN, steadyAfter } from './steady-status.ts';

const at = (second: number, status: Summary['status']) =>
  snapshotWith({
    generated_at: `2026-04-30T14:00:${String(second).padStart(2, '0')}Z`,
    summary: makeSummary({ status }),
  });

/** What is shown after each of these snapshots, 5 s apart. */
function shownAfter(statuses: readonly Summary['status'][]): (string | null)[] {
  let steady = NOTHING_SEEN;
  return statuses.map((status, index) => {
    steady = steadyAfter(steady, at(index * 5, status));
    return steady.shown;
  });
}

it('turns red at once', () => {
  expect(shownAfter(['green', 'red'])).toEqual(['green', 'red']);
  expect(shownAfter(['red'])).toEqual(['red']);
});

it('leaves red at the second good snapshot in a row', () => {
  expect(shownAfter(['red', 'green', 'green', 'green'])).toEqual(['red', 'red', 'green', 'green']);
});

it('counts anew when red comes back in between', () => {
  expect(shownAfter(['red', 'green', 'red', 'green', 'amber'])).toEqual([
    'red',
    'red',
    'red',
    'red',
    'amber',
  ]);
});

it('shows every other change at once', () => {
  const purple = unlistedWord('purple');
  expect(shownAfter(['green', 'amber', 'green', purple])).toEqual(['green', 'amber', 'green', purple]);
});

it('does not count the same snapshot twice', () => {
  const red = steadyAfter(NOTHING_SEEN, at(0, 'red'));
  const once = steadyAfter(red, at(5, 'green'));
  expect(steadyAfter(once, at(5, 'green'))).toBe(once);
  expect(once.shown).toBe('red');
});

import type { Decision } from 'fleet-core/contract/decision';
import { expect, it } from 'vitest';
import { unlistedWord } from '../../testing/unlisted-word.ts';
import { NOTHING_SEEN, steadyAfter } from './steady-decision.ts';

const at = (second: number, code: Decision['code']) => ({
  generated_at: `2026-04-30T14:00:${String(second).padStart(2, '0')}Z`,
  decision: { code, headline: '', detail: '' },
});

/** What is shown after each of these snapshots, 5 s apart. */
function shownAfter(codes: readonly Decision['code'][]): (string | null)[] {
  let steady = NOTHING_SEEN;
  return codes.map((code, place) => {
    steady = steadyAfter(steady, at(place * 5, code));
    return steady.shown;
  });
}

it('turns red at once', () => {
  expect(shownAfter(['advance', 'stop'])).toEqual(['advance', 'stop']);
  expect(shownAfter(['stop'])).toEqual(['stop']);
});

it('leaves red at the second good snapshot in a row', () => {
  const codes = ['stop', 'advance', 'advance', 'advance'] as const;
  expect(shownAfter(codes)).toEqual(['stop', 'stop', 'advance', 'advance']);
});

it('counts anew when red comes back in between', () => {
  const codes = ['stop', 'advance', 'stop', 'advance', 'hold'] as const;
  expect(shownAfter(codes)).toEqual(['stop', 'stop', 'stop', 'stop', 'hold']);
});

it('shows every other change at once', () => {
  const codes = ['advance', 'hold', 'advance_as_planned', unlistedWord('wait')] as const;
  expect(shownAfter(codes)).toEqual([...codes]);
});

it('does not count the same snapshot twice', () => {
  const stop = steadyAfter(NOTHING_SEEN, at(0, 'stop'));
  const once = steadyAfter(stop, at(5, 'advance'));
  expect(steadyAfter(once, at(5, 'advance'))).toBe(once);
  expect(once.shown).toBe('stop');
});

it('turns red at once also within the second of the last snapshot, and then counts it once', () => {
  const well = steadyAfter(NOTHING_SEEN, at(0, 'advance'));
  const stop = steadyAfter(well, at(0, 'stop'));
  expect(stop.shown).toBe('stop');
  expect(steadyAfter(stop, at(0, 'stop'))).toBe(stop);
});

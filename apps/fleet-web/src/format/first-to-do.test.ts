import { expect, it } from 'vitest';
import { makeCause } from '../testing/make-cause.ts';
import { makeDecision } from '../testing/make-decision.ts';
import { firstToDo } from './first-to-do.ts';

const muted = { by: 'anna', reason: 'new disk', until: '2026-04-30T15:00:00Z' };
const causes = [
  makeCause({ title: 'planned', planned: true }),
  makeCause({ title: 'known', muted }),
  makeCause({ title: 'first' }),
  makeCause({ title: 'second' }),
];
const titleOf = (cause_ref?: number) =>
  firstToDo({ decision: makeDecision(cause_ref === undefined ? {} : { cause_ref }), causes })?.title;

it('first comes what the decision speaks of', () => {
  expect(titleOf(3)).toBe('second');
});

it('an older API does not say, and the page does not choose for it', () => {
  expect(titleOf()).toBeUndefined();
});

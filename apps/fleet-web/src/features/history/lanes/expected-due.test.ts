import type { DueTrend } from 'fleet-core/contract/delivery';
import { makeHistory, makeSamples } from 'fleet-core/testing/make/make-history';
import { NOW_MS } from 'fleet-core/testing/make/now';
import { expect, it } from 'vitest';
import { expectedDue } from './expected-due.ts';
import { AHEAD_WIDTH, FRAME_WIDTH, frameOf } from './time-frame.ts';

/** Two hours, so that there is room for ten minutes ahead. */
const frame = frameOf(makeHistory({ samples: makeSamples(10) }), NOW_MS, 120 * 60_000);

function expected(due: number | null, trend?: Partial<DueTrend>) {
  if (frame === null) throw new Error('no samples');
  const whole = { code: 'steady', due_per_min: null, empty_in_sec: null, text: '' } as const;
  return expectedDue(frame, due, trend && { ...whole, ...trend });
}

const END = FRAME_WIDTH + AHEAD_WIDTH;

it('a queue that will be empty ends where it is', () => {
  const line = expected(50, { code: 'draining', due_per_min: -10, empty_in_sec: 300 });
  expect(line).toEqual({ from: 50, to: 0, x: FRAME_WIDTH + AHEAD_WIDTH / 2 });
});

it('a queue that will be empty later is drawn as far as there is room', () => {
  const line = expected(200, { code: 'draining', due_per_min: -10, empty_in_sec: 1200 });
  expect(line).toEqual({ from: 200, to: 100, x: END });
});

it('a queue that grows does so as far as there is room', () => {
  expect(expected(5, { code: 'growing', due_per_min: 30 })).toEqual({ from: 5, to: 305, x: END });
});

it('nothing is expected where no rate is known', () => {
  expect(expected(50, { code: 'collecting' })).toBe(null);
  expect(expected(50, { code: 'not_read' })).toBe(null);
  expect(expected(50)).toBe(null);
  expect(expected(null, { code: 'draining', due_per_min: -10, empty_in_sec: 300 })).toBe(null);
});

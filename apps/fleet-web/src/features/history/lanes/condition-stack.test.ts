import type { SampledCondition } from 'fleet-core/contract/answers/samples';
import { makeHistory, makeSamples } from 'fleet-core/testing/make/make-history';
import { NOW_MS } from 'fleet-core/testing/make/now';
import { expect, it } from 'vitest';
import { conditionsAt, STACK_HEIGHT, stackOf } from './condition-stack.ts';
import { frameOf } from './time-frame.ts';

type Counts = Partial<Record<SampledCondition, number>>;

const NONE = { vanished: 0, stale: 0, stopped: 0, red: 0, amber: 0, green: 0 };

/** Ten minutes, of which each takes a tenth of the width. */
function frameWith(counts: (ago: number) => Counts | null) {
  const samples = makeSamples(10, (ago) => {
    const counted = counts(ago);
    return counted === null ? null : { processes: { ...NONE, green: 6, ...counted } };
  });
  const frame = frameOf(makeHistory({ samples }), NOW_MS + 60_000, 600_000);
  if (frame === null) throw new Error('no samples');
  return frame;
}

const pathOf = (condition: string, counts: (ago: number) => Counts | null) =>
  stackOf(frameWith(counts)).areas.find((area) => area.condition === condition)?.path;

it('has nothing to draw while every process is green', () => {
  const { top, areas } = stackOf(frameWith(() => ({})));
  expect(top).toBe(0);
  expect(areas.every(({ path }) => path === '')).toBe(true);
});

it('one process that is stale for a minute takes the height of the picture, however many are green', () => {
  const path = pathOf('stale', (ago) => (ago === 4 ? { stale: 1, green: 399 } : { green: 400 }));
  expect(path).toBe(`M500 ${STACK_HEIGHT}H600V2H500Z`);
});

it('is one area for as long as nothing changes', () => {
  expect(pathOf('amber', (ago) => (ago < 8 ? { amber: 2 } : {}))).toBe(`M200 ${STACK_HEIGHT}H1000V2H200Z`);
});

it('lies one upon another, what is worst lowest', () => {
  const counts = (ago: number) => (ago === 4 ? { stale: 1, amber: 1 } : {});
  expect(pathOf('stale', counts)).toBe(`M500 ${STACK_HEIGHT}H600V23H500Z`);
  expect(pathOf('amber', counts)).toBe('M500 23H600V2H500Z');
});

it('draws nothing of minutes in which nobody looked', () => {
  const path = pathOf('red', (ago) => (ago < 6 && ago > 2 ? null : { red: 1 }));
  expect(path).toBe(`M0 ${STACK_HEIGHT}H400V2H0ZM700 ${STACK_HEIGHT}H1000V2H700Z`);
});

it('shows the most there were where several minutes share a place', () => {
  const samples = makeSamples(2000, (ago) => ({ processes: { ...NONE, red: ago === 1001 ? 3 : 1 } }));
  const frame = frameOf(makeHistory({ samples }), NOW_MS + 60_000, 2000 * 60_000);
  if (frame === null) throw new Error('no samples');
  expect(stackOf(frame).top).toBe(3);
});

it('is told with every condition that there is, the best first', () => {
  const { samples } = frameWith(() => ({ stale: 1, amber: 2 }));
  expect(conditionsAt(samples, 0)).toBe('6 green, 2 amber, 1 stale');
});

it('no process is told as such', () => {
  expect(conditionsAt(frameWith(() => ({ green: 0 })).samples, 0)).toBe('0 processes');
});

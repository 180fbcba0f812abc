import { CHAPTERS } from 'fleet-lab/story/chapters';
import { expect, it } from 'vitest';
import { NOW_MS } from '../../testing/make/now.ts';
import { rolloutOf } from '../../testing/rollout-of.ts';
import { readingsOfState } from '../../testing/states/readings-of-state.ts';

const UNPIN_A = 'take jetmon-a (0-165) out of its pin: every bucket is pinned, and no monitor is dynamic yet';
const DONE = 'every monitor is dynamic: nothing is left to convert';

it('the story shows the rollout move from pinned to dynamic', () => {
  const told = CHAPTERS.map(({ name, build }) => {
    const { stage, counts, advance, unknown_because } = rolloutOf(readingsOfState(build(), NOW_MS));
    const { pinned, dynamic, unknown } = counts;
    return [name, stage, { pinned, dynamic, unknown }, advance ?? `not known: ${unknown_because}`];
  });
  const allDynamic = { pinned: 0, dynamic: 6, unknown: 0 };
  expect(told).toEqual([
    ['pinned', 'pinned', { pinned: 6, dynamic: 0, unknown: 0 }, UNPIN_A],
    ['silent-host', 'pinned', { pinned: 5, dynamic: 0, unknown: 1 }, 'not known: jetmon-b is silent'],
    ['pinned', 'pinned', { pinned: 6, dynamic: 0, unknown: 0 }, UNPIN_A],
    [
      'mid-rollout',
      'mixed',
      { pinned: 3, dynamic: 3, unknown: 0 },
      'unpin jetmon-d (500-665): 3 of 6 are dynamic',
    ],
    ['coverage-gap', 'dynamic', allDynamic, DONE],
    ['dynamic-healthy', 'dynamic', allDynamic, DONE],
    ['delivery-backlog', 'dynamic', allDynamic, DONE],
    ['draining-backlog', 'dynamic', allDynamic, DONE],
    ['delivery-failures', 'dynamic', allDynamic, DONE],
    ['drift', 'dynamic', allDynamic, DONE],
    ['dynamic-healthy', 'dynamic', allDynamic, DONE],
  ]);
});

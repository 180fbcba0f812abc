import { describe, expect, it } from 'vitest';
import type { WatchedState } from '../../contract/answers/history.ts';
import { toInstant } from '../../domain/instant.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { type Goal, heldSinceMs } from './held-since.ts';

const ago = (sec: number) => toInstant(NOW_MS - sec * 1000);

type Past = readonly (readonly [secAgo: number, to: WatchedState])[];

/** For how many seconds a goal has been held, after what was seen; watched for an hour, and decided so for as long, unless told otherwise. */
function heldSec(goal: Goal, past: Past, { watchedSec = 3600, decidedSec = 3600 as number | null } = {}) {
  const decision = {
    code: 'advance',
    headline: '',
    detail: '',
    ...(decidedSec === null ? {} : { since: ago(decidedSec) }),
  } as const;
  const sinceMs = heldSinceMs(
    goal,
    { decision },
    {
      watching_since: watchedSec === 0 ? null : ago(watchedSec),
      status_transitions: past.map(([sec, to], place) => ({
        at: ago(sec),
        from: past[place - 1]?.[1] ?? null,
        to,
      })),
    },
  );
  return sinceMs === null ? null : (NOW_MS - sinceMs) / 1000;
}

describe.each<[string, Past, Record<Goal, number | null>]>([
  ['green ever since', [[3600, 'green']], { green: 3600, amber: 3600, advance: 3600 }],
  [
    'green after red',
    [
      [3600, 'red'],
      [40, 'green'],
    ],
    { green: 40, amber: 40, advance: 3600 },
  ],
  [
    'amber after green',
    [
      [3600, 'green'],
      [40, 'amber'],
    ],
    { green: null, amber: 3600, advance: 3600 },
  ],
  [
    'green after amber after red',
    [
      [3600, 'red'],
      [300, 'amber'],
      [40, 'green'],
    ],
    { green: 40, amber: 300, advance: 3600 },
  ],
  [
    'red now',
    [
      [3600, 'green'],
      [40, 'red'],
    ],
    { green: null, amber: null, advance: 3600 },
  ],
  [
    'not watched in between',
    [
      [3600, 'green'],
      [300, 'unwatched'],
      [40, 'green'],
    ],
    { green: 40, amber: 40, advance: 40 },
  ],
  [
    'not readable in between',
    [
      [3600, 'green'],
      [300, 'unread'],
      [40, 'green'],
    ],
    { green: 40, amber: 40, advance: 40 },
  ],
  [
    'not readable now',
    [
      [3600, 'green'],
      [40, 'unread'],
    ],
    { green: null, amber: null, advance: null },
  ],
  ['nothing seen yet', [], { green: null, amber: null, advance: null }],
])('a fleet that was %s', (_, past, expected) => {
  it.each(Object.entries(expected))('has been within %s for as long as was seen', (goal, sec) => {
    if (goal === 'green' || goal === 'amber' || goal === 'advance') expect(heldSec(goal, past)).toBe(sec);
  });
});

describe('what was seen', () => {
  const green: Past = [[3600, 'green']];

  it('begins no earlier than the watching', () => {
    expect(heldSec('green', green, { watchedSec: 12 })).toBe(12);
    expect(heldSec('green', green, { watchedSec: 0 })).toBe(null);
  });

  it('of a decision begins no earlier than the decision, and without its time nothing is known', () => {
    expect(heldSec('advance', green, { decidedSec: 25 })).toBe(25);
    expect(heldSec('advance', green, { decidedSec: null })).toBe(null);
    expect(heldSec('green', green, { decidedSec: 25 })).toBe(3600);
  });
});

import { describe, expect, it } from 'vitest';
import {
  after,
  type Change,
  deleteOwners,
  deleteProcesses,
  on,
  setOwners,
  setProcesses,
} from '../testing/change-readings.ts';
import { goOn } from '../testing/go-on.ts';
import { lastLook, lookAgain } from '../testing/look-again.ts';
import { makeContext } from '../testing/make/make-context.ts';
import { NOW_MS } from '../testing/make/now.ts';
import { dynamicFleet, pinnedFleet } from '../testing/states/base-fleets.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const { display } = makeContext();
const PINNED_AS_PLANNED = makeContext({ display: { ...display, expected_ownership: 'pinned' } });

describe('the clock of jetmon-b an hour ahead, and then jetmon-b dead', () => {
  const dead = setProcesses({ updated_at_ms: NOW_MS + HOUR }, on('jetmon-b'));
  const at = (ms: number) => after(goOn(dynamicFleet(), ms), dead);
  const everyHalfMinute = Array.from({ length: 2 * 75 + 1 }, (_, i) => i * 30 * SECOND);
  const decisions = lookAgain(everyHalfMinute.map(at)).map(({ decision }) => decision);
  const decisionAt = (ms: number) => decisions[everyHalfMinute.indexOf(ms)];

  it('is never safe, at no look from the first minute to the 75th', () => {
    expect(decisions.map(({ code }) => code)).not.toContain('advance');
    expect(new Set(decisions.map(({ code }) => code))).toEqual(new Set(['hold', 'stop']));
  });

  it.each([
    ['at first', 0, "Hold: the heartbeat of jetmon-b:monitor lies 1h ahead of the database's clock"],
    ['after two minutes', 2 * MINUTE, 'Hold: the heartbeat of jetmon-b:monitor stands still'],
    [
      'once its time is no longer ahead',
      59.5 * MINUTE,
      'Hold: the heartbeat of jetmon-b:monitor stands still',
    ],
    ['once its time looks fresh', 60.5 * MINUTE, 'Hold: the heartbeat of jetmon-b:monitor stands still'],
    ['once its time looks late', 62 * MINUTE, 'Hold: the heartbeat of jetmon-b:monitor is late'],
    ['up to the grace', 70 * MINUTE, 'Hold: the heartbeat of jetmon-b:monitor is late'],
    ['past the grace', 70.5 * MINUTE, 'Do not advance: jetmon-b is silent'],
  ])('%s', (_, ms, headline) => {
    expect(decisionAt(ms)?.headline).toBe(headline);
  });
});

describe('rows that go after they were seen', () => {
  const seenThenGone = (base: typeof dynamicFleet, ...changes: Change[]) => [
    base(),
    after(goOn(base(), 30 * SECOND), ...changes),
  ];

  it('a pinned monitor: silent ranges are not as planned', () => {
    const looks = seenThenGone(pinnedFleet, deleteProcesses(on('jetmon-b')));
    expect(lastLook(looks, PINNED_AS_PLANNED).decision).toEqual({
      code: 'hold',
      headline: 'Hold: jetmon-b has vanished',
      detail: 'jetmon-b has vanished (last seen 30s ago) and holds 334-666: 333 buckets are not watched',
      cause_ref: 0,
    });
  });

  it('a dead host whose process row is deleted, while living monitors refresh its owner row', () => {
    const dead = setProcesses({ updated_at_ms: NOW_MS - 15 * MINUTE }, on('jetmon-b'));
    const looks = [
      after(dynamicFleet(), dead),
      after(goOn(dynamicFleet(), 30 * SECOND), deleteProcesses(on('jetmon-b'))),
    ];
    expect(lookAgain(looks).map(({ decision }) => decision.headline)).toEqual([
      'Do not advance: jetmon-b is silent',
      'Do not advance: jetmon-b owns 334-666 and has vanished',
    ]);
  });

  it('both rows of a dynamic host: its process and its owner row', () => {
    const looks = seenThenGone(dynamicFleet, deleteProcesses(on('jetmon-b')), deleteOwners(on('jetmon-b')));
    expect(lastLook(looks).decision).toMatchObject({
      code: 'stop',
      headline: 'Do not advance: jetmon-b has vanished',
    });
  });

  it('the deliverer', () => {
    const looks = seenThenGone(dynamicFleet, deleteProcesses(on('jetmon-deliverer-1')));
    expect(lastLook(looks).decision).toMatchObject({
      code: 'hold',
      headline: 'Hold: jetmon-deliverer-1 has vanished',
    });
  });
});

it('all heartbeats 2 h old between two looks at which all is well: red at that look, and only then', () => {
  const old = NOW_MS - 2 * HOUR;
  const looks = [
    dynamicFleet(),
    after(
      goOn(dynamicFleet(), 45 * SECOND),
      setProcesses({ updated_at_ms: old }),
      setOwners({ last_heartbeat_ms: old }),
    ),
    goOn(dynamicFleet(), 50 * SECOND),
  ];
  expect(lookAgain(looks).map(({ decision }) => decision.code)).toEqual(['advance', 'stop', 'advance']);
});

it('everybody goes on for an hour: safe at every look', () => {
  const looks = Array.from({ length: 121 }, (_, i) => goOn(dynamicFleet(), i * 30 * SECOND));
  expect(new Set(lookAgain(looks).map(({ decision }) => decision.code))).toEqual(new Set(['advance']));
});

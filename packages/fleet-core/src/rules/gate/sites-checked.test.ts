import { describe, expect, it } from 'vitest';
import type { FleetReadings } from '../../domain/fleet-readings.ts';
import type { RangeReadings } from '../../domain/range-readings.ts';
import {
  after,
  deleteProcesses,
  on,
  setChecks,
  setProcesses,
  setReadings,
} from '../../testing/change-readings.ts';
import { checkOf, makeRangeReadings } from '../../testing/gate-of.ts';
import { judge } from '../../testing/judge.ts';
import { lastLook } from '../../testing/look-again.ts';
import type { ProcessOverrides } from '../../testing/make/make-process-health.ts';
import { failedReading } from '../../testing/make/make-reading.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { dynamicFleet, pinnedFleet } from '../../testing/states/base-fleets.ts';

const B = { for: 'cutover', host: 'jetmon-b', buckets: { min: 334, max: 666 } } as const;
const minutesAgo = (minutes: number) => NOW_MS - minutes * 60_000;
const HOUR_AGO = minutesAgo(60);

const oldest = (oldest_check_ms: number | null, ...others: number[]): RangeReadings =>
  makeRangeReadings({
    checks: {
      ok: true,
      value: [oldest_check_ms, ...others].map((checkMs, i) => ({
        bucket_no: 400 + i,
        oldest_check_ms: checkMs,
      })),
    },
  });
const checkedIn = (fleet: FleetReadings, readings: RangeReadings) =>
  checkOf('sites_checked', judge(fleet), B, readings);
const setB = (columns: ProcessOverrides) => setProcesses(columns, on('jetmon-b'));
const setC = (columns: ProcessOverrides) => setProcesses(columns, on('jetmon-c'));

describe('a pinned range was taken when its monitor started, an hour ago', () => {
  it.each([
    ['just before that', HOUR_AGO - 1, false],
    ['just then', HOUR_AGO, true],
    ['a minute ago', minutesAgo(1), true],
    ['never', null, false],
  ])('a site that was last checked %s', (_, checkMs, ok) => {
    expect(checkedIn(pinnedFleet(), oldest(checkMs, NOW_MS)).ok).toBe(ok);
  });

  it('tells which buckets hold such sites, and since when', () => {
    expect(checkedIn(pinnedFleet(), oldest(null, HOUR_AGO - 1, NOW_MS)).fact).toBe(
      'sites in 2 of 3 buckets were not checked since 2026-04-30T13:00:00Z, when jetmon-b:monitor started: 400-401',
    );
    expect(checkedIn(pinnedFleet(), oldest(NOW_MS)).fact).toBe(
      'every site of 1 bucket was checked since 2026-04-30T13:00:00Z, when jetmon-b:monitor started',
    );
  });

  it('what another monitor does is no matter', () => {
    expect(
      checkedIn(after(pinnedFleet(), setC({ started_at_ms: minutesAgo(5) })), oldest(minutesAgo(9))).ok,
    ).toBe(true);
  });

  it('where the start is not told it is not known', () => {
    expect(checkedIn(after(pinnedFleet(), setB({ started_at_ms: null })), oldest(NOW_MS)).ok).toBeNull();
  });
});

describe('a dynamic range was taken no later than a monitor last came or went', () => {
  const cases: readonly [string, ProcessOverrides, number][] = [
    ['another monitor started', { started_at_ms: minutesAgo(20) }, minutesAgo(20)],
    ['another has stopped', { state: 'stopped', updated_at_ms: minutesAgo(30) }, minutesAgo(30)],
    [
      'another stopped, and has been silent since',
      { state: 'stopped', updated_at_ms: minutesAgo(50) },
      minutesAgo(50),
    ],
    ['the grace of a silent one ended', { updated_at_ms: minutesAgo(40) }, minutesAgo(30)],
  ];
  it.each(cases)('%s', (_, columns, takenMs) => {
    const fleet = after(dynamicFleet(), setC(columns));
    expect(checkedIn(fleet, oldest(takenMs)).ok).toBe(true);
    expect(checkedIn(fleet, oldest(takenMs - 1)).ok).toBe(false);
  });

  it('one whose row has vanished was last seen', () => {
    const before = { ...dynamicFleet(), now_ms: minutesAgo(15) };
    const gone = after(dynamicFleet(), deleteProcesses(on('jetmon-c')));
    const snapshot = lastLook([before, gone]);
    expect(checkOf('sites_checked', snapshot, B, oldest(minutesAgo(15))).ok).toBe(true);
    expect(checkOf('sites_checked', snapshot, B, oldest(minutesAgo(15) - 1)).ok).toBe(false);
  });

  it('where one of them does not tell its start it is not known', () => {
    expect(checkedIn(after(dynamicFleet(), setC({ started_at_ms: null })), oldest(NOW_MS)).ok).toBeNull();
  });
});

describe('what is not known lets nothing pass', () => {
  it.each([
    ['too_slow', 'the sites of the range could not be read in time: ask for fewer buckets'],
    ['not_told', 'this database does not tell when sites were last checked'],
    ['failed', 'the sites of the range could not be read'],
  ] as const)('%s', (because, fact) => {
    const failed = { ok: false, because } as const;
    const readings = makeRangeReadings({ checks: failed, drift: failed });
    expect(checkedIn(pinnedFleet(), readings)).toMatchObject({ ok: null, fact });
    expect(checkOf('drift', judge(pinnedFleet()), B, readings)).toMatchObject({ ok: null, fact });
  });

  it('a range without an active site has nothing to judge by', () => {
    const none = makeRangeReadings({ checks: { ok: true, value: [] }, drift: { ok: true, value: null } });
    expect(checkedIn(pinnedFleet(), none)).toMatchObject({ ok: null, fact: 'no active site to check' });
    expect(checkOf('drift', judge(pinnedFleet()), B, none)).toMatchObject({
      ok: null,
      fact: 'no active site to compare',
    });
  });

  it('site activity that could not be read', () => {
    const fleet = after(pinnedFleet(), setReadings({ site_activity: failedReading() }));
    expect(checkedIn(fleet, oldest(NOW_MS)).ok).toBeNull();
  });
});

it('a bucket that was checked since the range was taken, and is no longer, fails; one of another range does not', () => {
  const left = (bucket: number) =>
    after(
      pinnedFleet(),
      setChecks({ newest_check_ms: minutesAgo(16) }, ({ bucket_no }) => bucket_no === bucket),
    );
  expect(checkedIn(left(666), oldest(minutesAgo(16)))).toMatchObject({
    ok: false,
    fact: 'no longer checked: 666',
  });
  expect(checkedIn(left(667), oldest(minutesAgo(16))).ok).toBe(true);
});

it.each([
  [0, true, 'no site differs from its events'],
  [1, false, '1 site differs from its events'],
  [2, false, '2 sites differ from their events'],
])('a drift of %i in the range', (count, ok, fact) => {
  const readings = makeRangeReadings({ drift: { ok: true, value: count } });
  expect(checkOf('drift', judge(pinnedFleet()), B, readings)).toEqual({ code: 'drift', ok, fact });
});

import { describe, expect, it } from 'vitest';
import type { GateCheckCode, GateQuestion } from '../../contract/answers/gate.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { FleetReadings } from '../../domain/fleet-readings.ts';
import {
  after,
  type Change,
  deleteOwners,
  deleteProcesses,
  on,
  setOwners,
  setProcesses,
  setReadings,
} from '../../testing/change-readings.ts';
import { checkOf } from '../../testing/gate-of.ts';
import { judge } from '../../testing/judge.ts';
import { lastLook } from '../../testing/look-again.ts';
import type { ProcessOverrides } from '../../testing/make/make-process-health.ts';
import { failedReading, makeReading } from '../../testing/make/make-reading.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { dynamicFleet, pinnedFleet } from '../../testing/states/base-fleets.ts';

const RANGE = { min: 334, max: 666 };
const CUTOVER = { for: 'cutover', host: 'jetmon-b', buckets: RANGE } as const;
const ROLLBACK = { for: 'rollback', buckets: RANGE } as const;

const setB = (columns: ProcessOverrides) => setProcesses(columns, on('jetmon-b'));
const silent = { updated_at_ms: NOW_MS - 601_000 };
const noRows = setReadings({ bucket_owners: failedReading() });
const unreadableProcess: Change = (readings) => ({
  ...readings,
  process_health: makeReading(readings.process_health.value, { unreadable: ['jetmon-x:monitor'] }),
});
const unreadableOwner: Change = (readings) => {
  const { bucket_owners } = readings;
  return bucket_owners.ok
    ? { ...readings, bucket_owners: { ...bucket_owners, unreadable: ['jetmon-x'] } }
    : readings;
};

type Case = readonly [string, FleetReadings, boolean | null];

function isJudged(code: GateCheckCode, question: Partial<Closed<GateQuestion>>, cases: readonly Case[]) {
  it.each(cases)('%s', (_, fleet, ok) => {
    expect(checkOf(code, judge(fleet), question).ok).toBe(ok);
  });
}

describe('cutover: each bucket is this host alone’s', () => {
  isJudged('owned_once', CUTOVER, [
    ['pinned', pinnedFleet(), true],
    ['dynamic', dynamicFleet(), true],
    [
      'one bucket short of its row',
      after(dynamicFleet(), setOwners({ bucket_max: 665 }, on('jetmon-b'))),
      false,
    ],
    [
      'another reaches one bucket in',
      after(dynamicFleet(), setOwners({ bucket_min: 666 }, on('jetmon-c'))),
      false,
    ],
    ['another reaches up to it', after(dynamicFleet(), setOwners({ bucket_max: 333 }, on('jetmon-a'))), true],
    [
      'another is pinned there as well',
      after(pinnedFleet(), setProcesses({ bucket_min: 666 }, on('jetmon-c'))),
      false,
    ],
    ['owner rows could not be read', after(pinnedFleet(), noRows), null],
    ['a process that cannot be read might be there', after(pinnedFleet(), unreadableProcess), null],
    ['an owner row that cannot be read might be there', after(dynamicFleet(), unreadableOwner), null],
    [
      'a silent host last reported buckets of it',
      after(pinnedFleet(), setProcesses({ ...silent, bucket_min: 600 }, on('jetmon-c'))),
      null,
    ],
    ['a silent host last reported others', after(pinnedFleet(), setProcesses(silent, on('jetmon-c'))), true],
    [
      'a silent host of whose range nothing is known',
      after(pinnedFleet(), setProcesses({ ...silent, bucket_min: null }, on('jetmon-c'))),
      null,
    ],
  ]);

  it('two monitors of the host itself on one bucket are one too many', () => {
    const [second] = after(
      pinnedFleet(),
      setB({ process_id: 'second', bucket_min: 666 }),
    ).process_health.value.filter(({ reported }) => reported.process_id === 'second');
    const fleet = pinnedFleet();
    const both = second === undefined ? [] : [...fleet.process_health.value, second];
    const snapshot = judge({ ...fleet, process_health: makeReading(both) });
    expect(checkOf('owned_once', snapshot, CUTOVER)).toMatchObject({
      ok: false,
      fact: 'claimed twice by jetmon-b: 666',
    });
  });

  it('without a bucket total it is not known', () => {
    expect(checkOf('owned_once', judge(pinnedFleet(), { bucket_total: 0 }), CUTOVER).ok).toBeNull();
  });
});

describe('cutover: its monitor is fresh', () => {
  isJudged('monitor_fresh', CUTOVER, [
    ['a heartbeat at the limit', after(pinnedFleet(), setB({ updated_at_ms: NOW_MS - 600_000 })), true],
    [
      'a heartbeat just over the limit',
      after(pinnedFleet(), setB({ updated_at_ms: NOW_MS - 600_001 })),
      false,
    ],
    ['one that is stopping', after(pinnedFleet(), setB({ state: 'stopping' })), false],
    ['one a minute ahead', after(pinnedFleet(), setB({ updated_at_ms: NOW_MS + 60_000 })), true],
    ['one further ahead', after(pinnedFleet(), setB({ updated_at_ms: NOW_MS + 61_000 })), null],
    ['none at all', after(pinnedFleet(), deleteProcesses(on('jetmon-b'))), false],
    ['none that can be read', after(pinnedFleet(), deleteProcesses(on('jetmon-b')), unreadableProcess), null],
  ]);
});

describe('cutover: its monitor reports this very range', () => {
  isJudged('monitor_range', CUTOVER, [
    ['this one', pinnedFleet(), true],
    ['one bucket more', after(pinnedFleet(), setB({ bucket_max: 667 })), false],
    ['one bucket less', after(pinnedFleet(), setB({ bucket_min: 335 })), false],
    ['none', after(pinnedFleet(), setB({ bucket_min: null })), null],
    ['one, and has stopped', after(pinnedFleet(), setB({ state: 'stopped' })), false],
    [
      'this one, and its owner row says another',
      after(dynamicFleet(), setOwners({ bucket_max: 665 }, on('jetmon-b'))),
      false,
    ],
  ]);
});

describe('cutover of a pinned range: no owner row', () => {
  const ownedBy = (host_id: string, bucket_min: number, bucket_max: number): Change =>
    setReadings({
      bucket_owners: makeReading([
        { host_id, bucket_min, bucket_max, status: 'draining', last_heartbeat_ms: NOW_MS - 86_400_000 },
      ]),
    });
  isJudged('no_owner_row', CUTOVER, [
    ['none', pinnedFleet(), true],
    ['one up to it', after(pinnedFleet(), ownedBy('old', 0, 333)), true],
    ['one of its first bucket, however old', after(pinnedFleet(), ownedBy('old', 0, 334)), false],
    ['one of its last bucket', after(pinnedFleet(), ownedBy('old', 666, 999)), false],
    ['one of this host, wherever it is', after(pinnedFleet(), ownedBy('jetmon-b', 0, 10)), false],
    ['rows that could not be read', after(pinnedFleet(), noRows), null],
    ['a row that cannot be read', after(pinnedFleet(), ownedBy('old', 0, 10), unreadableOwner), null],
  ]);

  it('is not asked of a dynamic one', () => {
    expect(() => checkOf('no_owner_row', judge(dynamicFleet()), CUTOVER)).toThrow('is not checked');
  });
});

describe('rollback: no monitor of v2 on the range', () => {
  const withoutB = after(pinnedFleet(), deleteProcesses(on('jetmon-b')));
  isJudged('no_active_monitor', ROLLBACK, [
    ['none', withoutB, true],
    ['one that has stopped', after(pinnedFleet(), setB({ state: 'stopped' })), true],
    ['one that is stopping', after(pinnedFleet(), setB({ state: 'stopping' })), false],
    ['one', pinnedFleet(), false],
    ['one of its last bucket', after(withoutB, setProcesses({ bucket_min: 666 }, on('jetmon-c'))), false],
    ['one that is silent', after(pinnedFleet(), setB(silent)), null],
    [
      'one that said that it had stopped, and has been silent since',
      after(pinnedFleet(), setB({ ...silent, state: 'stopped' })),
      true,
    ],
    [
      'one elsewhere whose pin is not known',
      after(withoutB, setProcesses({ bucket_min: null }, on('jetmon-c'))),
      null,
    ],
    [
      'one that reports no range, and owns it by its row',
      after(dynamicFleet(), setB({ bucket_min: null, bucket_max: null })),
      false,
    ],
    [
      'one that is dynamic, and owns nothing',
      after(dynamicFleet(), deleteOwners(on('jetmon-b')), setB({ bucket_min: null, bucket_max: null })),
      true,
    ],
    ['one that cannot be read', after(withoutB, unreadableProcess), null],
  ]);

  it('one whose row has vanished may still run there', () => {
    expect(checkOf('no_active_monitor', lastLook([pinnedFleet(), withoutB]), ROLLBACK).ok).toBeNull();
  });

  it('where a host is named it must run nowhere', () => {
    const elsewhere = after(pinnedFleet(), setB({ bucket_min: 990, bucket_max: 999 }));
    expect(checkOf('no_active_monitor', judge(elsewhere), ROLLBACK).ok).toBe(true);
    expect(checkOf('no_active_monitor', judge(elsewhere), { ...ROLLBACK, host: 'jetmon-b' }).ok).toBe(false);
  });
});

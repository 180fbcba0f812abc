import { describe, expect, it } from 'vitest';
import type { ReplicaLag } from '../../../domain/replica-lag.ts';
import { after, isMonitor, on, setOwners, setProcesses } from '../../../testing/change-readings.ts';
import { causesOf } from '../../../testing/find-issues.ts';
import { goOn } from '../../../testing/go-on.ts';
import { judge } from '../../../testing/judge.ts';
import { lastLook } from '../../../testing/look-again.ts';
import { makeProcessHealth } from '../../../testing/make/make-process-health.ts';
import { makeReading } from '../../../testing/make/make-reading.ts';
import { NOW_MS } from '../../../testing/make/now.ts';
import { dynamicFleet, pinnedFleet } from '../../../testing/states/base-fleets.ts';

const HOUR_MS = 3_600_000;
const ahead = { updated_at_ms: NOW_MS + HOUR_MS };
const rowsAhead = setOwners({ last_heartbeat_ms: NOW_MS + HOUR_MS });

describe('one host whose clock is ahead', () => {
  it('cannot be told alive or dead', () => {
    expect(judge(after(dynamicFleet(), setProcesses(ahead, on('jetmon-b')))).causes).toMatchObject([
      {
        code: 'heartbeat_in_future',
        severity: 'amber',
        subject: { kind: 'host', ids: ['jetmon-b'] },
        headline:
          "Whether jetmon-b is alive cannot be told: the heartbeat of jetmon-b:monitor lies 1h ahead of the database's clock",
      },
    ]);
  });

  it('takes with it all owner rows that lie ahead, since it refreshes all of them', () => {
    const snapshot = judge(after(dynamicFleet(), setProcesses(ahead, on('jetmon-b')), rowsAhead));
    expect(snapshot.causes).toHaveLength(1);
    expect(causesOf('clock_wrong', snapshot)).toMatchObject([
      {
        subject: { ids: ['jetmon-b'] },
        issues: [
          'heartbeat_in_future',
          'owner_heartbeat_in_future',
          'owner_heartbeat_in_future',
          'owner_heartbeat_in_future',
        ],
      },
    ]);
  });

  it('and whose heartbeat stands still may be dead, with its buckets', () => {
    const frozen = setProcesses(ahead, on('jetmon-b'));
    const looks = [0, 120_000].map((ms) => after(goOn(dynamicFleet(), ms), frozen));
    const snapshot = lastLook(looks);
    expect(causesOf('clock_wrong', snapshot)).toMatchObject([
      {
        title: 'the heartbeat of jetmon-b:monitor stands still',
        headline:
          'jetmon-b may be dead and holds 334-666: 333 buckets are not watched; the heartbeat of jetmon-b:monitor stands still, and its clock was ahead',
        issues: ['heartbeat_in_future', 'heartbeat_frozen'],
        buckets_affected: 333,
      },
    ]);
  });

  it('and whose deliverer stands still holds no buckets', () => {
    const frozen = setProcesses(ahead, on('jetmon-deliverer-1'));
    const looks = [0, 120_000].map((ms) => after(goOn(dynamicFleet(), ms), frozen));
    expect(causesOf('clock_wrong', lastLook(looks))).toMatchObject([{ buckets_affected: 0 }]);
  });
});

it('two hosts ahead are two causes, and each takes its own owner row', () => {
  const fleet = after(
    dynamicFleet(),
    setProcesses(ahead, on('jetmon-a')),
    setProcesses(ahead, on('jetmon-b')),
    rowsAhead,
  );
  expect(judge(fleet).causes.map(({ code, subject }) => [code, subject.ids])).toEqual([
    ['clock_wrong', ['jetmon-a']],
    ['clock_wrong', ['jetmon-b']],
    ['owner_heartbeat_in_future', ['jetmon-c']],
  ]);
});

it('many hosts ahead are one cause', () => {
  const rows = Array.from({ length: 7 }, (_, i) =>
    makeProcessHealth({ host_id: `eu-${i + 1}`, process_type: 'api', ...ahead }),
  );
  const fleet = dynamicFleet();
  const process_health = makeReading([...fleet.process_health.value, ...rows]);
  expect(judge({ ...fleet, process_health }).causes).toMatchObject([
    { title: '7 hosts have a wrong clock', headline: '7 hosts have a wrong clock: eu-1 … eu-7' },
  ]);
});

describe('every heartbeat ahead', () => {
  it('is the database’s clock, one cause with the owner rows', () => {
    const snapshot = judge(after(dynamicFleet(), setProcesses(ahead), rowsAhead));
    expect(snapshot.causes).toHaveLength(1);
    expect(snapshot.causes).toMatchObject([
      {
        code: 'clock_wrong',
        subject: { kind: 'fleet', ids: [] },
        title: "all heartbeats lie ahead of the database's clock",
        headline:
          "All 4 heartbeats lie ahead of the database's clock: its own is wrong, or the time zone of whoever writes",
      },
    ]);
  });

  it('of the active ones counts: what has stopped sends none', () => {
    const fleet = after(
      pinnedFleet(),
      setProcesses(ahead),
      setProcesses({ state: 'stopped', updated_at_ms: NOW_MS }, on('jetmon-c')),
    );
    expect(causesOf('clock_wrong', judge(fleet))).toHaveLength(1);
  });

  it('of a single process is its own', () => {
    const process_health = makeReading([makeProcessHealth(ahead)]);
    expect(causesOf('heartbeat_in_future', judge(dynamicFleet({ process_health })))).toMatchObject([
      { subject: { ids: ['jetmon-a'] } },
    ]);
  });
});

it('owner rows ahead, though no process is, are one cause: any monitor may have written them', () => {
  expect(judge(after(dynamicFleet(), rowsAhead)).causes).toMatchObject([
    {
      code: 'owner_heartbeat_in_future',
      subject: { kind: 'host', ids: ['jetmon-a', 'jetmon-b', 'jetmon-c'] },
      title: "the owner rows of jetmon-a, jetmon-b and jetmon-c lie ahead of the database's clock",
      headline: expect.stringContaining('any monitor may have written that, since each refreshes all'),
    },
  ]);
  const one = setOwners({ last_heartbeat_ms: NOW_MS + HOUR_MS }, on('jetmon-a'));
  expect(judge(after(dynamicFleet(), one)).causes).toMatchObject([
    { title: "the owner row of jetmon-a lies ahead of the database's clock" },
  ]);
});

describe('late heartbeats', () => {
  const late = { updated_at_ms: NOW_MS - 300_000 };

  it('of all: one cause, writes to the database or a replica that lags', () => {
    expect(judge(after(dynamicFleet(), setProcesses(late))).causes).toMatchObject([
      {
        code: 'heartbeat_late',
        subject: { kind: 'fleet', ids: [] },
        title: 'all heartbeats are late',
        headline:
          'All 4 heartbeats are late, the newest 5m old: writes to the database have stopped, or this is a replica that lags',
        issue_refs: [0, 1, 2, 3],
      },
    ]);
  });

  const behind = (lag_sec: number): ReplicaLag => ({ kind: 'known', lag_sec });
  it.each<[ReplicaLag, string, string]>([
    [{ kind: 'none' }, 'writes to the database have stopped', 'the database is no replica'],
    [behind(91), 'the database is a replica, 91s behind', 'the database is a replica, 91s behind'],
    [behind(90), 'writes to the database have stopped', 'the database is a replica, 90s behind'],
    [
      { kind: 'stopped' },
      'the database is a replica that follows no more',
      'the database is a replica that follows no more',
    ],
    [
      { kind: 'unknown' },
      'writes to the database have stopped, or this is a replica that lags',
      'whether the database is a replica that lags is not known',
    ],
  ])('of all, and the lag of the replica was asked: %j', (replica_lag, origin, fact) => {
    const { causes, checklist } = judge(after(dynamicFleet({ replica_lag }), setProcesses(late)));
    expect(causes).toMatchObject([{ headline: `All 4 heartbeats are late, the newest 5m old: ${origin}` }]);
    expect(causes[0]?.facts[0]).toBe(fact);
    expect(checklist.find(({ code }) => code === 'heartbeats')?.fact).toBe(`4 processes: 4 late; ${fact}`);
  });

  it('of all but one: each for itself', () => {
    expect(judge(after(dynamicFleet(), setProcesses(late, isMonitor))).causes).toMatchObject([
      {
        headline: 'The last heartbeat of jetmon-a:monitor is 5m old, late after 90s',
        subject: { kind: 'process' },
      },
      { title: 'the heartbeat of jetmon-b:monitor is late' },
      { title: 'the heartbeat of jetmon-c:monitor is late' },
    ]);
  });

  it('of all that are active, whatever has stopped', () => {
    const fleet = after(
      pinnedFleet(),
      setProcesses(late),
      setProcesses({ state: 'stopped' }, on('jetmon-c')),
    );
    expect(causesOf('heartbeat_late', judge(fleet))).toMatchObject([{ title: 'all heartbeats are late' }]);
  });

  it('of the only process there is: its own', () => {
    const process_health = makeReading([makeProcessHealth(late)]);
    expect(causesOf('heartbeat_late', judge(dynamicFleet({ process_health })))).toMatchObject([
      { title: 'the heartbeat of jetmon-a:monitor is late' },
    ]);
  });
});

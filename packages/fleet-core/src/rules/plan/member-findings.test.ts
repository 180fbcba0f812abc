import { describe, expect, it } from 'vitest';
import type { FleetReadings } from '../../domain/fleet-readings.ts';
import type { PlannedFleet } from '../../domain/plan-in-force.ts';
import {
  after,
  deleteOwners,
  deleteProcesses,
  on,
  setOwners,
  setProcesses,
} from '../../testing/change-readings.ts';
import { causesOf, issuesOf } from '../../testing/find-issues.ts';
import { judgeByPlan } from '../../testing/judge-by-plan.ts';
import { makePlan } from '../../testing/make/make-plan.ts';
import { failedReading } from '../../testing/make/make-reading.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { BASE_RANGES, dynamicFleet, pinnedFleet } from '../../testing/states/base-fleets.ts';

const MONITORS = BASE_RANGES.map(({ host_id, min, max }) => ({ host_id, bucket_min: min, bucket_max: max }));
const D1 = 'jetmon-deliverer-1';

function judgeBy(plan: Partial<PlannedFleet>, readings: FleetReadings = dynamicFleet()) {
  return judgeByPlan(readings, makePlan(plan));
}

const messages = (code: Parameters<typeof issuesOf>[0], snapshot: ReturnType<typeof judgeBy>) =>
  issuesOf(code, snapshot).map((issue) => issue.message);

describe('a planned monitor is missing', () => {
  const missing = (...changes: Parameters<typeof after>[1][]) =>
    messages('plan_member_missing', judgeBy({ monitors: MONITORS }, after(dynamicFleet(), ...changes)));

  it.each([
    [600_000, []],
    [600_001, ['plan: jetmon-b is planned as monitor and none is active there: jetmon-b:monitor is silent']],
  ])('when its heartbeat is %i ms old: %j', (ms, told) => {
    expect(missing(setProcesses({ updated_at_ms: NOW_MS - ms }, on('jetmon-b')))).toEqual(told);
  });

  it.each(['stopping', 'stopped'])('when it is %s', (state) => {
    expect(missing(setProcesses({ state }, on('jetmon-b')))).toEqual([
      `plan: jetmon-b is planned as monitor and none is active there: jetmon-b:monitor is ${state}`,
    ]);
  });

  it('when it has no row, or only one of another type', () => {
    const told = ['plan: jetmon-b is planned as monitor and none is active there: none has reported'];
    expect(missing(deleteProcesses(on('jetmon-b')))).toEqual(told);
    expect(missing(setProcesses({ process_type: 'deliverer' }, on('jetmon-b')))).toEqual(told);
  });
});

describe('a missing member is one cause with what else says that its host is gone', () => {
  it.each([
    ['silent', setProcesses({ updated_at_ms: NOW_MS - 601_000 }, on('jetmon-b')), 'host_silent'],
    ['without a row, and still an owner', deleteProcesses(on('jetmon-b')), 'owner_without_monitor'],
  ] as const)('%s', (_, change, code) => {
    const snapshot = judgeBy({ monitors: MONITORS }, after(dynamicFleet(), change));
    expect(snapshot.causes.map((cause) => cause.code)).toEqual([code]);
    expect(causesOf(code, snapshot)[0]?.issues).toContain('plan_member_missing');
  });

  it('stopped in good order, with the amber that it reports of that', () => {
    const stopped = setProcesses({ state: 'stopped', health_status: 'amber' }, on('jetmon-b'));
    const snapshot = judgeBy({ monitors: MONITORS }, after(pinnedFleet(), stopped));
    expect(causesOf('plan_member_missing', snapshot)).toMatchObject([
      {
        severity: 'red',
        subject: { kind: 'host', ids: ['jetmon-b'] },
        issues: ['plan_member_missing', 'process_amber'],
      },
    ]);
  });

  it('a deliverer, with what waits for it', () => {
    const snapshot = judgeBy({ deliverers: [D1] }, after(dynamicFleet(), deleteProcesses(on(D1))));
    expect(snapshot.causes).toMatchObject([
      {
        code: 'plan_member_missing',
        steps: [{ command: { text: 'systemctl status jetmon-deliverer' } }, {}, {}],
      },
    ]);
    expect(causesOf('plan_member_missing', snapshot)[0]?.issues).toEqual([
      'plan_member_missing',
      'delivery_owner_absent',
    ]);
  });

  it('many of them are one cause', () => {
    const monitors = ['e', 'f', 'g', 'h'].map((host_id) => ({ host_id, bucket_min: null, bucket_max: null }));
    expect(judgeBy({ monitors: [...MONITORS, ...monitors] }).causes).toMatchObject([
      { title: '4 planned hosts are missing' },
    ]);
  });
});

describe('a planned deliverer', () => {
  it('may be a monitor with its workers enabled', () => {
    const atA = after(
      dynamicFleet(),
      deleteProcesses(on(D1)),
      setProcesses({ delivery_owner_host: 'jetmon-a' }),
      setProcesses({ delivery_workers_enabled: true }, on('jetmon-a')),
    );
    expect(judgeBy({ deliverers: ['jetmon-a'] }, atA).decision.code).toBe('advance');
  });

  it.each([
    [false, [`plan: ${D1} is planned as deliverer and its workers are off`]],
    [null, []],
  ])('with workers enabled: %s', (delivery_workers_enabled, told) => {
    const snapshot = judgeBy(
      { deliverers: [D1] },
      after(dynamicFleet(), setProcesses({ delivery_workers_enabled }, on(D1))),
    );
    expect(messages('plan_mismatch', snapshot)).toEqual(told);
  });

  it('is not in the plan and delivers', () => {
    expect(messages('plan_mismatch', judgeBy({ deliverers: ['jetmon-b'] }))).toContain(
      `plan: ${D1} has delivery workers enabled and is not in the plan`,
    );
  });
});

describe('the range of a planned monitor', () => {
  const planB = (bucket_min: number, bucket_max: number) => ({
    monitors: [
      ...MONITORS.filter(({ host_id }) => host_id !== 'jetmon-b'),
      { host_id: 'jetmon-b', bucket_min, bucket_max },
    ],
  });

  it.each([
    [334, 666, []],
    [335, 666, ['plan: jetmon-b owns 334-666, planned 335-666']],
    [334, 665, ['plan: jetmon-b owns 334-666, planned 334-665']],
  ])('is compared with its owner row where ownership is dynamic: planned %i-%i', (min, max, told) => {
    expect(messages('plan_mismatch', judgeBy(planB(min, max)))).toEqual(told);
  });

  it('is that of its owner row, whatever it reports', () => {
    const reports = after(dynamicFleet(), setProcesses({ bucket_max: 700 }, on('jetmon-b')));
    expect(messages('plan_mismatch', judgeBy(planB(334, 666), reports))).toEqual([]);
    const owns = after(dynamicFleet(), setOwners({ bucket_max: 665 }, on('jetmon-b')));
    expect(messages('plan_mismatch', judgeBy(planB(334, 666), owns))).toEqual([
      'plan: jetmon-b owns 334-665, planned 334-666',
    ]);
  });

  it('is what it reports where it is pinned', () => {
    expect(messages('plan_mismatch', judgeBy(planB(334, 665), pinnedFleet()))).toEqual([
      'plan: jetmon-b is pinned to 334-666, planned 334-665',
    ]);
  });

  it('is none without an owner row: one cause with the gap', () => {
    const snapshot = judgeBy({ monitors: MONITORS }, after(dynamicFleet(), deleteOwners(on('jetmon-b'))));
    expect(messages('plan_mismatch', snapshot)).toEqual(['plan: jetmon-b owns no buckets, planned 334-666']);
    expect(snapshot.causes).toMatchObject([{ code: 'owner_row_missing' }]);
  });

  it('is not known where the owners could not be read', () => {
    const unread = { ...dynamicFleet(), bucket_owners: failedReading() };
    expect(messages('plan_mismatch', judgeBy(planB(0, 1), unread))).toEqual([]);
  });
});

it('a contradicting plan holds up the decision and leaves the summary alone', () => {
  const { decision, summary } = judgeBy({ monitors: MONITORS.slice(0, 2) });
  expect(decision).toMatchObject({
    code: 'hold',
    headline: 'Hold: jetmon-c runs an active monitor and is not in the plan',
  });
  expect(summary.status).toBe('green');
});

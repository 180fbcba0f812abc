import { describe, expect, it } from 'vitest';
import type { FleetReadings } from '../../domain/fleet-readings.ts';
import {
  after,
  type Change,
  deleteOwners,
  isMonitor,
  on,
  setChecks,
  setProcesses,
  setReadings,
} from '../../testing/change-readings.ts';
import { judge } from '../../testing/judge.ts';
import { judgeByPlan } from '../../testing/judge-by-plan.ts';
import { makeLock, makeRollout, makeSession } from '../../testing/make/make-locks.ts';
import { makePlan } from '../../testing/make/make-plan.ts';
import { failedReading, makeReading } from '../../testing/make/make-reading.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { dynamicFleet } from '../../testing/states/base-fleets.ts';

const A = makeLock('jetmon-a', 0, 333);
const B = makeLock('jetmon-b', 334, 666);
const C = makeLock('jetmon-c', 667, 999);

const byApi = setProcesses({ bucket_ownership: 'rollout_mode=api-controlled' }, isMonitor);
const standby = setProcesses(
  { bucket_ownership: 'rollout_mode=api-controlled standby', bucket_min: null, bucket_max: null },
  isMonitor,
);
const noRows = deleteOwners(() => true);

function fleet(rollout: Partial<FleetReadings>, ...changes: Change[]): FleetReadings {
  return after(dynamicFleet(), noRows, byApi, setReadings(rollout), ...changes);
}

function coverageOf(readings: FleetReadings) {
  const { status, mode, code, error, covered_buckets, gaps, remains_with_v1 } =
    judge(readings).bucket_coverage;
  return { verdict: [status, mode, code, error], covered_buckets, gaps, remains_with_v1 };
}

describe('coverage by locks', () => {
  it.each([
    ['all buckets', [A, B, C], 1000, 'v2 holds all 1,000 buckets', []],
    [
      'some',
      [A, B],
      667,
      'v2 holds 667 of 1,000 buckets, the rest remains with v1',
      [{ min: 667, max: 999 }],
    ],
    ['none', [], 0, 'no range is active, so all 1,000 buckets remain with v1', [{ min: 0, max: 999 }]],
  ])('%s: no fault by itself', (_, locks, covered_buckets, text, remains_with_v1) => {
    expect(coverageOf(fleet(makeRollout(locks)))).toEqual({
      verdict: ['amber', 'api_controlled', 'api_controlled', `ownership is API-controlled: ${text}`],
      covered_buckets,
      gaps: [],
      remains_with_v1,
    });
  });

  it('a gap that an open session leaves holds', () => {
    expect(coverageOf(fleet(makeRollout([A], [makeSession('rol_1', 334, 666)])))).toMatchObject({
      verdict: [
        'amber',
        'api_controlled',
        'gap',
        'no lock yet for 334-666, which open rollout rol_1 is to activate',
      ],
      gaps: [{ min: 334, max: 666 }],
      remains_with_v1: [{ min: 667, max: 999 }],
    });
  });

  it('a gap in what the plan gives to v2 stops', () => {
    const plan = makePlan({
      stage: 'api_controlled',
      monitors: ['jetmon-a', 'jetmon-b', 'jetmon-c'].map((host_id) => ({
        host_id,
        bucket_min: host_id === 'jetmon-b' ? 334 : null,
        bucket_max: host_id === 'jetmon-b' ? 666 : null,
      })),
    });
    const { bucket_coverage, decision } = judgeByPlan(fleet(makeRollout([A])), plan);
    expect(bucket_coverage).toMatchObject({ status: 'red', code: 'gap', gaps: [{ min: 334, max: 666 }] });
    expect(decision).toMatchObject({
      code: 'stop',
      headline: 'Do not advance: no lock for 334-666',
      detail: 'No lock for 334-666, which the plan gives to v2: does v1 still watch them?',
    });
  });

  it.each([
    ['a lock that ends at the bucket total', [makeLock('jetmon-a', 0, 1000)], 'invalid_range'],
    ['a lock that ends before it begins', [makeLock('jetmon-a', 5, 4)], 'invalid_range'],
    ['two locks of one bucket', [A, makeLock('jetmon-b', 333, 666)], 'overlap'],
  ])('%s is a fault', (_, locks, code) => {
    expect(judge(fleet(makeRollout(locks))).bucket_coverage).toMatchObject({ status: 'red', code });
  });
});

it("two locks of one bucket that are one host's are told as such", () => {
  const twice = [A, makeLock('jetmon-a', 333, 400, { lock_id: 'another' })];
  const { bucket_coverage, causes } = judge(fleet(makeRollout(twice)));
  expect(bucket_coverage.error).toBe('jetmon-a holds bucket 333 twice');
  expect(causes.find(({ code }) => code === 'bucket_coverage')?.title).toBe('jetmon-a holds 333 twice');
});

it.each([
  [
    'the newer of two that meet',
    [A, makeLock('jetmon-b', 300, 666, { activated_at_ms: NOW_MS })],
    '--bucket-min=300 --bucket-max=666',
  ],
  ['one beyond the bucket total', [makeLock('jetmon-b', 334, 1500)], '--bucket-min=334 --bucket-max=1500'],
])('what is to be released is a whole lock: %s', (_, locks, range) => {
  const { causes } = judge(fleet(makeRollout(locks)));
  const steps = causes.find(({ code }) => code === 'bucket_coverage')?.steps ?? [];
  expect(steps.at(-1)?.command?.text).toBe(`./jetmon2 api rollout release-buckets ${range}`);
});

describe('a monitor that is pinned beside the locks', () => {
  const pin = setProcesses({ bucket_ownership: 'pinned' }, on('jetmon-c'));
  const plan = makePlan({ stage: 'api_controlled' });

  it('is no part of the planned stage, though every bucket is taken once', () => {
    const { bucket_coverage, decision } = judgeByPlan(fleet(makeRollout([A, B]), pin), plan);
    expect(bucket_coverage).toMatchObject({
      mode: 'api_controlled',
      code: 'mixed',
      covered_buckets: 1000,
      error: 'ownership is API-controlled, and jetmon-c is pinned beside the locks',
    });
    expect(decision.code).toBe('hold');
  });

  it('none is, and it is as planned', () => {
    expect(judgeByPlan(fleet(makeRollout([A, B, C])), plan).decision.code).toBe('advance_as_planned');
  });
});

describe('which ownership it is', () => {
  it.each([
    ['locks are held', [makeRollout([A])], [], 'api_controlled'],
    ['monitors stand by and nothing else is seen', [makeRollout()], [standby], 'api_controlled'],
    ['… in a database without such tables', [{}], [standby], 'api_controlled'],
    ['monitors own by their rows, and one stands by', [makeRollout()], [], 'dynamic'],
  ] as const)('%s', (_, [rollout], changes, mode) => {
    const rows = mode === 'dynamic' ? dynamicFleet() : after(dynamicFleet(), noRows, ...changes);
    expect(judge(after(rows, setReadings(rollout))).bucket_coverage.mode).toBe(mode);
  });
});

describe('locks that cannot be read', () => {
  const unread = { rollout_locks: failedReading() };

  it('leave ownership unread where it is theirs to tell', () => {
    expect(judge(fleet(unread)).bucket_coverage).toMatchObject({ status: 'red', code: 'query_failed' });
  });

  it('are told where ownership is by rows: nothing more is then known to be well', () => {
    const { checklist, sources, bucket_coverage } = judge(after(dynamicFleet(), setReadings(unread)));
    expect(bucket_coverage.status).toBe('green');
    expect(checklist.find(({ code }) => code === 'ownership')).toMatchObject({
      status: 'unknown',
      fact: '1,000 of 1,000 buckets covered, dynamic; could not be read: rollout_locks',
    });
    expect(sources.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(['rollout_locks']);
  });

  it('of a host by its name make its buckets unknown', () => {
    const { rollout_locks, ...rest } = makeRollout([A]);
    const value = rollout_locks.ok ? rollout_locks.value : { ranges: [], buckets: null };
    const odd = { ...rest, rollout_locks: makeReading(value, { unreadable: ['jetmon-b'] }) };
    expect(judge(fleet(odd)).summary.issues).toContain(
      'bucket owner jetmon-b: its row holds something that cannot be read, so its buckets are not known',
    );
  });

  it('and of which no row can be, are no locks that nobody holds', () => {
    const none = { rollout_locks: makeReading({ ranges: [], buckets: null }, { unreadable: ['jetmon-b'] }) };
    const snapshot = judge(fleet({ ...makeRollout(), ...none }));
    expect(snapshot.bucket_coverage).toMatchObject({
      code: 'query_failed',
      covered_buckets: null,
      remains_with_v1: [],
    });
    expect(snapshot.rollout).toMatchObject({ next: null, advance: null });
  });

  it('because this account sees no table of them leave it unknown who holds what, and nothing is red for it', () => {
    const { bucket_coverage, decision, summary } = judge(fleet({}));
    expect(bucket_coverage).toMatchObject({
      status: 'amber',
      code: 'query_failed',
      covered_buckets: null,
      remains_with_v1: [],
    });
    expect(summary.issue_details.map(({ code, severity }) => [code, severity])).toEqual([
      ['bucket_coverage', 'amber'],
    ]);
    expect(decision.code).toBe('hold');
  });

  it('of a host by its name say nothing of what its monitor reports', () => {
    const odd = makeReading({ ranges: [A], buckets: null }, { unreadable: ['jetmon-b'] });
    const { issue_details } = judge(fleet({ ...makeRollout(), rollout_locks: odd })).summary;
    const differing = issue_details.filter(({ code }) => code === 'lock_range_mismatch');
    expect(differing.map(({ subject }) => subject)).toEqual(['jetmon-c:monitor']);
  });

  it('where there are none of these tables, nothing is said of them', () => {
    expect(judge(dynamicFleet()).sources.some(({ name }) => name.startsWith('rollout'))).toBe(false);
  });
});

describe('sites of a range that was only just activated', () => {
  const never = setChecks({ newest_check_ms: null }, ({ bucket_no }) => bucket_no <= 333);
  const raised = (activatedSec: number) => {
    const lock = { ...A, activated_at_ms: NOW_MS - activatedSec * 1000 };
    const { issue_details } = judge(fleet(makeRollout([lock]), never)).summary;
    return issue_details.some(({ code }) => code === 'sites_unchecked');
  };

  it("are v1's checks till then: they are unchecked only past the grace since", () => {
    expect(raised(900)).toBe(false);
    expect(raised(901)).toBe(true);
  });
});

describe('a monitor that goes on without a lock', () => {
  const differing = (...changes: Change[]) =>
    judge(fleet(makeRollout([A, C]), ...changes))
      .summary.issue_details.filter(({ code }) => code === 'lock_range_mismatch')
      .map(({ message }) => message);

  it.each(['rollout_mode=api-controlled', 'dynamic jetmon_hosts'])(
    'is told, whatever it calls that: %s',
    (text) => {
      expect(differing(setProcesses({ bucket_ownership: text }, isMonitor))).toEqual([
        'process jetmon-b:monitor: reports buckets 334-666 and holds no lock',
      ]);
    },
  );

  it('is none without a range', () => {
    const without = { bucket_ownership: 'dynamic jetmon_hosts', bucket_min: null, bucket_max: null };
    expect(differing(setProcesses(without, on('jetmon-b')))).toEqual([]);
  });
});

describe('delivery workers that are off', () => {
  const named = setProcesses({ delivery_owner_host: 'jetmon-z', delivery_workers_enabled: false });
  const absent = (readings: FleetReadings) =>
    judge(readings).summary.issue_details.some(({ code }) => code === 'delivery_owner_absent');

  it('are usual while ownership is API-controlled and nothing is queued', () => {
    expect(absent(fleet(makeRollout([A]), named))).toBe(false);
    expect(absent(fleet(makeRollout([A]), named, setReadings({ alert_deliveries: failedReading() })))).toBe(
      true,
    );
    expect(absent(after(dynamicFleet(), named))).toBe(true);
  });
});

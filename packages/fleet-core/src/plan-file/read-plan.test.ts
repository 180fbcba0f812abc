import { describe, expect, it } from 'vitest';
import { readPlan } from './read-plan.ts';

const SETTINGS = { bucket_total: 1000, expected_ownership: null };
const MUTE = {
  code: 'process_stale',
  subject: 'jetmon-b:monitor',
  until: '2026-04-30T16:00:00+02:00',
  reason: 'new disk',
  by: 'anna',
};

const read = (plan: unknown, settings: Partial<typeof SETTINGS> | { expected_ownership: 'pinned' } = {}) =>
  readPlan(typeof plan === 'string' ? plan : JSON.stringify(plan), { ...SETTINGS, ...settings });

function faultOf(plan: unknown, settings?: Parameters<typeof read>[1]): string | null {
  const result = read(plan, settings);
  return result.ok ? null : result.fault;
}

const monitor = (host_id: string, bucket_min?: number | null, bucket_max?: number | null) => ({
  host_id,
  bucket_min,
  bucket_max,
});

describe('a plan', () => {
  it('may leave out everything', () => {
    expect(read({})).toEqual({
      ok: true,
      plan: { stage: null, monitors: [], deliverers: [], retired: [], muted: [] },
    });
  });

  it('is told with nulls where it leaves open, and its instants in UTC', () => {
    const whole = {
      stage: 'mixed',
      monitors: [monitor('jetmon-a', 0, 499), { host_id: ' jetmon-b ' }],
      deliverers: ['jetmon-d'],
      retired: ['jetmon-x', 'jetmon-y:monitor'],
      muted: [MUTE, { ...MUTE, subject: undefined }],
    };
    expect(read(whole)).toEqual({
      ok: true,
      plan: {
        stage: 'mixed',
        monitors: [monitor('jetmon-a', 0, 499), monitor('jetmon-b', null, null)],
        deliverers: ['jetmon-d'],
        retired: ['jetmon-x', 'jetmon-y:monitor'],
        muted: [
          { ...MUTE, until: '2026-04-30T14:00:00Z' },
          { ...MUTE, until: '2026-04-30T14:00:00Z', subject: null },
        ],
      },
    });
  });
});

describe('a part that is wrong by itself is named by its place and value', () => {
  it.each([
    [{ stage: 'pined' }, 'stage is "pined": it must be one of pinned, mixed, dynamic, api_controlled'],
    [{ monitor: [] }, 'the plan has "monitor", which is no part of it'],
    [{ monitors: {} }, 'monitors must be a list'],
    [{ monitors: ['jetmon-a'] }, 'monitors[0] is "jetmon-a": it must be an object'],
    [{ monitors: [{}] }, 'monitors[0].host_id is missing'],
    [{ monitors: [monitor('')] }, 'monitors[0].host_id is "": it must not be empty'],
    [{ monitors: [{ host_id: 'a', max: 3 }] }, 'monitors[0] has "max", which is no part of it'],
    [{ monitors: [monitor('a', 0.5, 1)] }, 'monitors[0].bucket_min is 0.5: it must be a whole number'],
    [{ monitors: [monitor('a', -1, 1)] }, 'monitors[0].bucket_min is -1: it must not be negative'],
    [{ retired: [3] }, 'retired[0] is 3: it must be a text'],
    [{ muted: [{ ...MUTE, code: 'procss_red' }] }, 'muted[0].code is "procss_red": it must be an issue code'],
    [{ muted: [{ ...MUTE, until: undefined }] }, 'muted[0].until is missing'],
    [
      { muted: [{ ...MUTE, until: '14:00' }] },
      'muted[0].until is "14:00": it must be an instant such as "2026-04-30T14:00:00Z"',
    ],
    [{ muted: [{ ...MUTE, by: undefined }] }, 'muted[0].by is missing'],
    [{ muted: [{ ...MUTE, untill: 'x' }] }, 'muted[0] has "untill", which is no part of it'],
  ])('%j: %s', (plan, fault) => {
    expect(faultOf(plan)).toBe(fault);
  });

  it('several faults are told together, many are counted', () => {
    expect(faultOf({ retired: [1, 2] })).toBe(
      'retired[0] is 1: it must be a text; retired[1] is 2: it must be a text',
    );
    expect(faultOf({ retired: [1, 2, 3, 4, 5] })).toMatch(/^retired\[0\].*retired\[2\].*; and 2 more$/);
  });
});

describe('parts that do not fit together', () => {
  const A = monitor('a', 0, 333);
  it.each([
    ['half a range', { monitors: [monitor('a', 3)] }, 'monitors[0] has a bucket_min and no bucket_max'],
    [
      'the other half',
      { monitors: [monitor('a', null, 3)] },
      'monitors[0] has a bucket_max and no bucket_min',
    ],
    [
      'a swapped range',
      { monitors: [monitor('a', 4, 3)] },
      'monitors[0] has the range 4-3, which is upside down',
    ],
    [
      'a range beyond the last bucket',
      { monitors: [monitor('a', 3, 1000)] },
      'monitors[0].bucket_max is 1000, and the last bucket is 999 (BUCKET_TOTAL is 1000)',
    ],
    ['a host twice', { monitors: [A, monitor('a')] }, 'monitors has "a" twice'],
    ['a deliverer twice', { deliverers: ['a', 'a'] }, 'deliverers has "a" twice'],
    [
      'two planned ranges that overlap',
      { monitors: [monitor('b', 333, 400), A] },
      'monitors "a" and "b" both have bucket 333',
    ],
    [
      'a host both planned and retired',
      { monitors: [A], retired: ['x', 'a'] },
      'retired[1] is "a", which monitors has too',
    ],
    [
      'a deliverer both planned and retired',
      { deliverers: ['d'], retired: ['d'] },
      'retired[0] is "d", which deliverers has too',
    ],
    [
      'a mute of what the plan itself raises',
      { muted: [{ ...MUTE, code: 'plan_mismatch' }] },
      'muted[0].code is "plan_mismatch", which cannot be muted: change the plan',
    ],
  ])('%s', (_, plan, fault) => {
    expect(faultOf(plan)).toBe(fault);
  });

  it('ranges may begin where another ends, one bucket is a range, and the last bucket is one', () => {
    expect(faultOf({ monitors: [A, monitor('b', 334, 334), monitor('c', 335, 999)] })).toBeNull();
  });

  it('a host may be both monitor and deliverer', () => {
    expect(faultOf({ monitors: [A], deliverers: ['a'] })).toBeNull();
  });

  it('without BUCKET_TOTAL no range lies beyond it', () => {
    expect(faultOf({ monitors: [monitor('a', 0, 5000)] }, { bucket_total: 0 })).toBeNull();
  });

  it('a stage must be what FLEET_EXPECTED_OWNERSHIP says, where that says anything', () => {
    const pinned = { expected_ownership: 'pinned' } as const;
    expect(faultOf({ stage: 'dynamic' }, pinned)).toBe(
      'stage is "dynamic", and FLEET_EXPECTED_OWNERSHIP is pinned',
    );
    expect([faultOf({ stage: 'pinned' }, pinned), faultOf({}, pinned)]).toEqual([null, null]);
  });
});

describe('a text that is no plan at all', () => {
  it.each([
    ['', 'it is empty'],
    [' \n', 'it is empty'],
    ['{\n  "stage": "pinned"\n  "retired": []\n}', 'it is no JSON from line 3, column 3 on'],
    ['{"stage": "pinned"', 'it is no JSON'],
    ['[]', 'the plan must be an object'],
  ])('%j: %s', (text, fault) => {
    expect(faultOf(text)).toMatch(fault);
  });

  it.each(['s3cret', '"s3cret"', '{"stage": s3cret}', '["s3cret"]', 'root:s3cret:0:0'])(
    'is repeated nowhere, since it may be any other file: %j',
    (text) => {
      expect(faultOf(text)).not.toContain('s3cret');
    },
  );

  it('is not repeated at length', () => {
    expect(faultOf({ stage: 'x'.repeat(500) })?.length).toBeLessThan(150);
  });
});

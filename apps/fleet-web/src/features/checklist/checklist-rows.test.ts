import type { Source } from 'fleet-core/contract/fleet-snapshot';
import type { Issue } from 'fleet-core/contract/issue';
import { describe, expect, it } from 'vitest';
import { makeOwner } from '../../testing/make-coverage.ts';
import { snapshotWith } from '../../testing/snapshot-with.ts';
import { unlistedWord } from '../../testing/unlisted-word.ts';
import { checklistRows } from './checklist-rows.ts';

const base = snapshotWith();

function rowsWith(issue_details: Issue[], overrides: Partial<typeof base> = {}) {
  const rows = checklistRows(snapshotWith({ summary: { ...base.summary, issue_details }, ...overrides }));
  return new Map(rows.map((row) => [row.name, row]));
}

const issue = (code: Issue['code'], severity: Issue['severity'], since?: string): Issue => ({
  code,
  severity,
  subject: '',
  message: code,
  ...(since === undefined ? {} : { since }),
});

it('the questions keep their places, whatever is wrong', () => {
  const names = [
    'Heartbeats',
    'Bucket coverage',
    'Projection drift',
    'Delivery queues',
    'Delivery owner',
    'Dependencies',
  ];
  expect([...rowsWith([]).keys()]).toEqual(names);
  expect([...rowsWith([issue('delivery_queues', 'red'), issue('process_stale', 'red')]).keys()]).toEqual(
    names,
  );
});

describe('a question', () => {
  it('has the severity of its worst issue, as the API gave it', () => {
    const rows = rowsWith([
      issue('process_red', 'red'),
      issue('process_amber', 'amber'),
      issue('delivery_posture', 'amber'),
    ]);
    expect([...rows.values()].map((row) => row.level)).toEqual([
      'red',
      'green',
      'green',
      'green',
      'amber',
      'green',
    ]);
  });

  it('stands since its first issue was seen', () => {
    const rows = rowsWith([
      issue('process_stale', 'red', '2026-04-30T13:50:00Z'),
      issue('process_amber', 'amber', '2026-04-30T13:40:00Z'),
    ]);
    expect(rows.get('Heartbeats')?.since).toBe('2026-04-30T13:40:00Z');
    expect(rows.get('Projection drift')?.since).toBeNull();
  });

  it('says when it was read, the delivery queues by the older of their two reads', () => {
    const read = { ok: true, duration_ms: 3 };
    const sources: Source[] = [
      { ...read, name: 'webhook_deliveries', read_at: '2026-04-30T14:00:00Z' },
      { ...read, name: 'alert_deliveries', read_at: '2026-04-30T13:59:00Z' },
    ];
    expect(rowsWith([], { sources }).get('Delivery queues')?.readAt).toBe('2026-04-30T13:59:00Z');
  });

  it('that could not be read has no time of reading', () => {
    const sources: Source[] = [{ name: 'projection_drift', ok: false, read_at: null, duration_ms: 3 }];
    expect(rowsWith([], { sources }).get('Projection drift')?.readAt).toBeNull();
  });
});

it('a red dependency shows, though it is no issue of the fleet', () => {
  const red = {
    name: 'wpcom',
    status: 'red',
    red_count: 1,
    amber_count: 0,
    green_count: 3,
    stale_count: 0,
  } as const;
  const row = rowsWith([], { dependencies: [red, ...base.dependencies] }).get('Dependencies');
  expect(row).toMatchObject({ level: 'red', fact: 'wpcom red' });
});

it('pinned ownership during a pinned rollout is marked as planned', () => {
  const row = rowsWith([issue('bucket_coverage', 'amber')], {
    bucket_coverage: { ...base.bucket_coverage, status: 'amber', mode: 'pinned', code: 'pinned' },
    settings: { ...base.settings, expected_ownership: 'pinned' },
  }).get('Bucket coverage');
  expect(row).toMatchObject({ level: 'amber', asPlanned: true });
});

it.each(['red', 'amber', unlistedWord('no_such_word')] as const)(
  'a section that is %s shows it, even when no issue tells of it',
  (status) => {
    const { posture } = base.delivery;
    const dependency = { ...base.dependencies[0], name: 'mysql', status };
    const overrides: Record<string, Partial<typeof base>> = {
      'Bucket coverage': { bucket_coverage: { ...base.bucket_coverage, status } },
      'Projection drift': { projection_drift: { ...base.projection_drift, status } },
      'Delivery queues': { delivery: { ...base.delivery, status } },
      'Delivery owner': { delivery: { ...base.delivery, posture: { ...posture, status } } },
      Dependencies: {
        dependencies: [{ red_count: 0, amber_count: 0, green_count: 0, stale_count: 0, ...dependency }],
      },
    };
    for (const [name, section] of Object.entries(overrides)) {
      const wrong = [...rowsWith([], section).values()].filter((row) => row.level !== 'green');
      expect(wrong.map((row) => [row.name, row.level])).toEqual([[name, status]]);
    }
  },
);

it.each([
  ['stale_processes', 'red'],
  ['red_processes', 'red'],
  ['amber_processes', 'amber'],
] as const)('heartbeats with %s are %s, even when no issue tells of it', (count, level) => {
  const summary = { ...base.summary, [count]: 1 };
  expect(rowsWith([], { summary }).get('Heartbeats')?.level).toBe(level);
});

it('red coverage is never as planned, whatever its issue says', () => {
  const row = rowsWith([issue('bucket_coverage', 'amber')], {
    bucket_coverage: { ...base.bucket_coverage, status: 'red', mode: 'pinned', code: 'pinned' },
    settings: { ...base.settings, expected_ownership: 'pinned' },
  }).get('Bucket coverage');
  expect(row).toMatchObject({ level: 'red', asPlanned: false });
});

it.each([
  ['a stale owner', { hosts: [{ ...makeOwner('jetmon-a', 0, 999), stale: true }] }, '1 stale owner'],
  ['an owner that drains', { code: 'owner_not_active' }, 'an owner not active'],
  ['a range that cannot be', { code: 'invalid_range' }, 'an invalid range'],
] as const)('full coverage that is red says why: %s', (_, overrides, reason) => {
  const bucket_coverage = { ...base.bucket_coverage, ...overrides, status: 'red' as const };
  const rows = rowsWith([], { bucket_coverage: { ...bucket_coverage, hosts: [...bucket_coverage.hosts] } });
  expect(rows.get('Bucket coverage')?.fact).toBe(`1000 of 1000 covered, ${reason}, dynamic`);
});

it('queues that are red though nothing is due say what failed', () => {
  const delivery = { ...base.delivery, due_now: 0, pending: 14, failed_since: 22 };
  expect(rowsWith([], { delivery }).get('Delivery queues')?.fact).toBe('0 due, 14 pending, 22 failed');
});

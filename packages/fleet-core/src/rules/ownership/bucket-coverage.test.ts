import { describe, expect, it } from 'vitest';
import type { BucketOwnerRow } from '../../domain/bucket-owner.ts';
import type { ProcessHealth } from '../../domain/process-health.ts';
import type { Reading } from '../../domain/reading.ts';
import { makeBucketOwner } from '../../testing/make/make-bucket-owner.ts';
import { makeGrounds } from '../../testing/make/make-grounds.ts';
import { makePinnedMonitor, makeProcessHealth } from '../../testing/make/make-process-health.ts';
import { failedReading, makeReading } from '../../testing/make/make-reading.ts';
import { makeThresholds } from '../../testing/make/make-thresholds.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { judgeProcesses } from '../processes/processes.ts';
import { judgeBucketCoverage } from './bucket-coverage.ts';

const OWNS_ALL = makeReading([makeBucketOwner('jetmon-a', 0, 999)]);
const OWNS_PART = makeReading([makeBucketOwner('jetmon-a', 5, 8)]);
const DYNAMIC = [makeProcessHealth()];
const PINNED = [makePinnedMonitor('jetmon-p', 0, 333)];
const MIXED = [...DYNAMIC, ...PINNED];
const SILENT = [makeProcessHealth({ bucket_ownership: '' })];

function judge(
  owners: Reading<readonly BucketOwnerRow[]>,
  rows: readonly ProcessHealth[],
  bucket_total = 1000,
) {
  const processes = judgeProcesses(rows, NOW_MS, 600);
  const thresholds = makeThresholds({ bucket_total });
  return judgeBucketCoverage(makeGrounds(owners, { thresholds }), processes);
}

describe('the verdict, by the first rule that applies', () => {
  const NONE = makeReading([]);
  it.each([
    ['ownership that was not read', failedReading(), DYNAMIC, 1000, 'red', 'unknown', 'query_failed'],
    ['… though no bucket total is set', failedReading(), PINNED, 0, 'red', 'unknown', 'query_failed'],
    ['no bucket total', OWNS_ALL, DYNAMIC, 0, 'amber', 'unknown', 'bucket_total_missing'],
    ['a negative bucket total', OWNS_ALL, DYNAMIC, -1, 'amber', 'unknown', 'bucket_total_missing'],
    ['… though the monitors are pinned', NONE, PINNED, 0, 'amber', 'unknown', 'bucket_total_missing'],
    ['pinned monitors', NONE, PINNED, 1000, 'amber', 'pinned', 'pinned'],
    ['… though owner rows leave gaps', OWNS_PART, PINNED, 1000, 'amber', 'pinned', 'pinned'],
    ['pinned and dynamic monitors', OWNS_ALL, MIXED, 1000, 'amber', 'mixed', 'mixed'],
    ['… though nobody owns anything', NONE, MIXED, 1000, 'amber', 'mixed', 'mixed'],
    ['dynamic monitors without owner rows', NONE, DYNAMIC, 1000, 'amber', 'dynamic', 'no_owner_rows'],
    ['silent monitors without owner rows', NONE, SILENT, 1000, 'amber', 'unknown', 'no_owner_rows'],
    ['owner rows though no monitor says dynamic', OWNS_ALL, SILENT, 1000, 'green', 'dynamic', 'ok'],
    ['owner rows though there is no monitor', OWNS_ALL, [], 1000, 'green', 'dynamic', 'ok'],
    ['owner rows that leave gaps', OWNS_PART, DYNAMIC, 1000, 'red', 'dynamic', 'gap'],
    ['owners of all buckets', OWNS_ALL, DYNAMIC, 1000, 'green', 'dynamic', 'ok'],
  ] as const)('%s', (_, owners, rows, total, status, mode, code) => {
    expect(judge(owners, rows, total)).toMatchObject({ status, mode, code, bucket_total: total });
  });

  it('a green verdict needs no explanation', () => {
    expect(judge(OWNS_ALL, DYNAMIC)).not.toHaveProperty('error');
  });

  it.each([
    ['query_failed', failedReading(), DYNAMIC, 1000, 'bucket ownership could not be read'],
    ['bucket_total_missing', OWNS_ALL, DYNAMIC, -7, 'BUCKET_TOTAL is -7; set it'],
    [
      'pinned',
      OWNS_ALL,
      PINNED,
      1000,
      'monitor process snapshots report pinned bucket ranges; dynamic jetmon_hosts coverage is not active',
    ],
    ['mixed', OWNS_ALL, MIXED, 1000, 'some active monitors report pinned bucket ranges, others dynamic'],
    ['no_owner_rows', NONE, DYNAMIC, 1000, 'jetmon_hosts has no rows'],
  ] as const)('%s is explained', (code, owners, rows, total, text) => {
    expect(judge(owners, rows, total)).toMatchObject({ code, error: expect.stringContaining(text) });
  });
});

it('ownership that was not read has no counts, not zeros, and keeps what the monitors report', () => {
  expect(judge(failedReading(), PINNED)).toEqual({
    status: 'red',
    mode: 'unknown',
    code: 'query_failed',
    error: 'bucket ownership could not be read',
    bucket_total: 1000,
    host_count: null,
    covered_buckets: null,
    gaps: [],
    overlaps: [],
    hosts: [],
    locks: [],
    remains_with_v1: [],
    pinned: [{ process_id: 'jetmon-p:monitor', host_id: 'jetmon-p', bucket_min: 0, bucket_max: 333 }],
  });
});

describe('covered buckets, gaps and overlaps describe the ownership in force', () => {
  const OWNS_REST = makeReading([makeBucketOwner('jetmon-a', 300, 999)]);

  it('while dynamic, the owner rows', () => {
    expect(judge(OWNS_REST, DYNAMIC)).toMatchObject({ covered_buckets: 700, gaps: [{ min: 0, max: 299 }] });
  });

  it('while pinned, the pinned ranges alone', () => {
    expect(judge(OWNS_REST, PINNED)).toMatchObject({
      host_count: 1,
      covered_buckets: 334,
      gaps: [{ min: 334, max: 999 }],
      overlaps: [],
    });
  });

  it('while mixed, both', () => {
    expect(judge(OWNS_REST, MIXED)).toMatchObject({
      covered_buckets: 1000,
      gaps: [],
      overlaps: [{ min: 300, max: 333, host_ids: ['jetmon-a', 'jetmon-p'] }],
    });
  });

  it('while unknown, nothing', () => {
    expect(judge(makeReading([]), SILENT)).toMatchObject({
      host_count: 0,
      covered_buckets: 0,
      gaps: [{ min: 0, max: 999 }],
    });
  });

  it('without a bucket total there are none', () => {
    expect(judge(OWNS_ALL, DYNAMIC, 0)).toMatchObject({ host_count: 1, covered_buckets: 0, gaps: [] });
  });
});

it('owners are listed by their first bucket, then by name in code point order', () => {
  const rows = [
    makeBucketOwner('\u{1f600}', 0, 9),
    makeBucketOwner('b', 5, 9),
    makeBucketOwner('\uff21', 0, 9),
    makeBucketOwner('a', 10, 19),
  ];
  expect(judge(makeReading(rows), DYNAMIC).hosts.map((host) => host.host_id)).toEqual([
    '\uff21',
    '\u{1f600}',
    'b',
    'a',
  ]);
});

it.each([
  [600_000, 600, false],
  [600_001, 600, true],
  [1500, 2, false],
  [-90_000, 0, false],
])('an owner whose heartbeat is %i ms old has the age %i s and is stale: %s', (ageMs, seconds, stale) => {
  const row = makeBucketOwner('a', 0, 999, { last_heartbeat_ms: NOW_MS - ageMs });
  expect(judge(makeReading([row]), DYNAMIC).hosts[0]).toMatchObject({
    last_heartbeat_age_sec: seconds,
    stale,
  });
});

it('an owner is listed with its heartbeat as an instant', () => {
  expect(judge(OWNS_ALL, DYNAMIC).hosts).toEqual([
    {
      host_id: 'jetmon-a',
      bucket_min: 0,
      bucket_max: 999,
      status: 'active',
      last_heartbeat: '2026-04-30T13:59:56Z',
      last_heartbeat_age_sec: 4,
      stale: false,
    },
  ]);
});

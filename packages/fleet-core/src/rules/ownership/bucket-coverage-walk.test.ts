import { describe, expect, it } from 'vitest';
import type { BucketOwnerRow } from '../../domain/bucket-owner.ts';
import { makeBucketOwner as owner } from '../../testing/make/make-bucket-owner.ts';
import { makeGrounds } from '../../testing/make/make-grounds.ts';
import { makeReading } from '../../testing/make/make-reading.ts';
import { makeThresholds } from '../../testing/make/make-thresholds.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { judgeBucketCoverage } from './bucket-coverage.ts';

const STALE = { last_heartbeat_ms: NOW_MS - 600_001 };
const DRAINING = { status: 'draining' };

/** The verdict on these owners, first by code and then in words. */
function walk(rows: BucketOwnerRow[], bucket_total = 10): [string, string | undefined] {
  const thresholds = makeThresholds({ bucket_total });
  const { code, error, status } = judgeBucketCoverage(makeGrounds(makeReading(rows), { thresholds }), []);
  expect(status).toBe(code === 'ok' ? 'green' : 'red');
  return [code, error];
}

describe('a range that is none within the buckets', () => {
  it.each([
    ['begins below 0', -1, 9, 'a owns -1-9, which is no range within 0-9'],
    ['ends before it begins', 5, 4, 'a owns 5-4, which is no range within 0-9'],
    ['ends at the bucket total', 0, 10, 'a owns 0-10, which is no range within 0-9'],
    ['begins beyond the last bucket', 12, 14, 'a owns 12-14, which is no range within 0-9'],
  ])('%s', (_, min, max, error) => {
    expect(walk([owner('a', min, max)])).toEqual(['invalid_range', error]);
  });

  it('of a single bucket is a range', () => {
    expect(walk([owner('a', 0, 0), owner('b', 1, 9)])).toEqual(['ok', undefined]);
  });
});

describe('a gap', () => {
  it('before the first owner', () => {
    expect(walk([owner('a', 1, 9)])).toEqual(['gap', 'no owner for bucket 0, before a']);
  });

  it('between two owners', () => {
    expect(walk([owner('b', 6, 9), owner('a', 0, 3)])).toEqual(['gap', 'no owner for buckets 4-5, before b']);
  });

  it('after the last owner', () => {
    expect(walk([owner('a', 0, 8)])).toEqual(['gap', 'no owner for bucket 9, after a']);
  });
});

describe('an overlap', () => {
  it('of a single bucket', () => {
    expect(walk([owner('a', 0, 5), owner('b', 5, 9)])).toEqual(['overlap', 'a and b both own bucket 5']);
  });

  it('of an owner inside another', () => {
    expect(walk([owner('a', 0, 9), owner('b', 2, 4)])).toEqual(['overlap', 'a and b both own buckets 2-4']);
  });

  it('of two owners of the same range is told in the order of their names', () => {
    expect(walk([owner('b', 0, 9), owner('a', 0, 9)])).toEqual(['overlap', 'a and b both own buckets 0-9']);
  });
});

describe('of several faults the first in order decides', () => {
  it('a gap before an overlap', () => {
    expect(walk([owner('a', 1, 5), owner('b', 5, 9)])[0]).toBe('gap');
  });

  it('an overlap before a gap', () => {
    expect(walk([owner('a', 0, 3), owner('b', 3, 5), owner('c', 7, 9)])[0]).toBe('overlap');
  });

  it('a gap before an invalid range, and an invalid range before a gap', () => {
    expect(walk([owner('a', 1, 5), owner('b', 6, 10)])[0]).toBe('gap');
    expect(walk([owner('a', -1, 5), owner('b', 7, 9)])[0]).toBe('invalid_range');
  });

  it('an invalid range is told as such, though it also leaves a gap', () => {
    expect(walk([owner('a', 3, 2)])[0]).toBe('invalid_range');
  });

  it('a fault of the ranges before a fault of an owner', () => {
    expect(walk([owner('a', 0, 3, STALE), owner('b', 5, 9, DRAINING)])[0]).toBe('gap');
  });

  it.each([
    ['draining before stale', DRAINING, STALE, 'owner_not_active', 'a, owner of buckets 0-4, is draining'],
    [
      'stale before draining',
      STALE,
      DRAINING,
      'owner_stale',
      'a, owner of buckets 0-4, sent its last heartbeat 600s ago',
    ],
  ])('the first owner at fault: %s', (_, first, second, code, error) => {
    expect(walk([owner('b', 5, 9, second), owner('a', 0, 4, first)])).toEqual([code, error]);
  });
});

describe('an owner at fault', () => {
  it('that is draining and stale is told as not active', () => {
    expect(walk([owner('a', 0, 9, { ...DRAINING, ...STALE })])[0]).toBe('owner_not_active');
  });

  it.each(['', 'Active', 'gone'])('whose status is "%s" is not active', (status) => {
    expect(walk([owner('a', 0, 9, { status })])[0]).toBe('owner_not_active');
  });

  it('after healthy ones is found', () => {
    expect(walk([owner('a', 0, 4), owner('b', 5, 9, STALE)])).toEqual([
      'owner_stale',
      'b, owner of buckets 5-9, sent its last heartbeat 600s ago',
    ]);
  });

  it('of a single bucket is named with that bucket', () => {
    expect(walk([owner('a', 0, 0, DRAINING)], 1)).toEqual([
      'owner_not_active',
      'a, owner of bucket 0, is draining',
    ]);
  });
});

it('a fleet of one bucket with one owner is covered', () => {
  expect(walk([owner('a', 0, 0)], 1)).toEqual(['ok', undefined]);
});

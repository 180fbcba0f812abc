import { expect, it } from 'vitest';
import { type BucketClaim, sweepClaims } from './bucket-claims.ts';

function claim(host_id: string, bucket_min: number, bucket_max: number): BucketClaim {
  return { host_id, bucket_min, bucket_max };
}

it('claims that meet exactly leave no gap and no overlap', () => {
  expect(sweepClaims([claim('a', 0, 4), claim('b', 5, 9)], 10)).toEqual({
    covered_buckets: 10,
    gaps: [],
    overlaps: [],
  });
});

it('with no claims the whole range is one gap', () => {
  expect(sweepClaims([], 10)).toEqual({ covered_buckets: 0, gaps: [{ min: 0, max: 9 }], overlaps: [] });
});

it('every gap is reported: before the first claim, between claims and after the last', () => {
  expect(sweepClaims([claim('a', 2, 3), claim('b', 6, 7)], 10)).toEqual({
    covered_buckets: 4,
    gaps: [
      { min: 0, max: 1 },
      { min: 4, max: 5 },
      { min: 8, max: 9 },
    ],
    overlaps: [],
  });
});

it('every overlap is reported with the hosts that share it', () => {
  expect(sweepClaims([claim('b', 3, 6), claim('a', 0, 3), claim('c', 6, 9)], 10)).toEqual({
    covered_buckets: 10,
    gaps: [],
    overlaps: [
      { min: 3, max: 3, host_ids: ['a', 'b'] },
      { min: 6, max: 6, host_ids: ['b', 'c'] },
    ],
  });
});

it('a new overlap begins where another host joins or leaves', () => {
  expect(sweepClaims([claim('a', 0, 9), claim('b', 2, 7), claim('c', 4, 5)], 10).overlaps).toEqual([
    { min: 2, max: 3, host_ids: ['a', 'b'] },
    { min: 4, max: 5, host_ids: ['a', 'b', 'c'] },
    { min: 6, max: 7, host_ids: ['a', 'b'] },
  ]);
});

it('an overlap goes on while the same hosts claim, though with adjoining ranges', () => {
  const claims = [claim('a', 0, 9), claim('b', 2, 3), claim('b', 4, 5)];
  expect(sweepClaims(claims, 10).overlaps).toEqual([{ min: 2, max: 5, host_ids: ['a', 'b'] }]);
});

it('two overlaps of the same hosts with a bucket between them stay two', () => {
  const claims = [claim('a', 0, 9), claim('b', 2, 3), claim('b', 5, 6)];
  expect(sweepClaims(claims, 10).overlaps).toEqual([
    { min: 2, max: 3, host_ids: ['a', 'b'] },
    { min: 5, max: 6, host_ids: ['a', 'b'] },
  ]);
});

it('adjoining overlaps of different hosts stay two, also when as many hosts share each', () => {
  const claims = [claim('a', 0, 9), claim('b', 2, 3), claim('c', 4, 5)];
  expect(sweepClaims(claims, 10).overlaps).toEqual([
    { min: 2, max: 3, host_ids: ['a', 'b'] },
    { min: 4, max: 5, host_ids: ['a', 'c'] },
  ]);
});

it('two processes of one host that claim a bucket overlap, and the host is named once', () => {
  expect(sweepClaims([claim('a', 0, 5), claim('a', 5, 9)], 10).overlaps).toEqual([
    { min: 5, max: 5, host_ids: ['a'] },
  ]);
});

it('a claim inside another covers nothing new, and what follows still counts', () => {
  expect(sweepClaims([claim('a', 0, 9), claim('b', 2, 3)], 12)).toMatchObject({
    covered_buckets: 10,
    gaps: [{ min: 10, max: 11 }],
  });
});

it('what is claimed below 0 or beyond the total is cut off', () => {
  expect(
    sweepClaims([claim('a', -5, 1), claim('b', 8, 20), claim('c', 10, 12), claim('d', -9, -1)], 10),
  ).toEqual({
    covered_buckets: 4,
    gaps: [{ min: 2, max: 7 }],
    overlaps: [],
  });
});

it('a claim whose end lies before its beginning claims nothing', () => {
  expect(sweepClaims([claim('a', 5, 4)], 10)).toEqual({
    covered_buckets: 0,
    gaps: [{ min: 0, max: 9 }],
    overlaps: [],
  });
});

it('of a single bucket the claim covers all', () => {
  expect(sweepClaims([claim('a', 0, 0)], 1)).toEqual({ covered_buckets: 1, gaps: [], overlaps: [] });
});

it.each([0, -1])('with a bucket total of %i there is nothing to cover and nothing to miss', (total) => {
  expect(sweepClaims([claim('a', 0, 9), claim('b', 0, 9)], total)).toEqual({
    covered_buckets: 0,
    gaps: [],
    overlaps: [],
  });
});

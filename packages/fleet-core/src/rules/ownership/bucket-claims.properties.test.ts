import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distinctSorted } from '../code-point-order.ts';
import { type BucketClaim, type ClaimedBuckets, sweepClaims } from './bucket-claims.ts';

const claim = fc.record({
  host_id: fc.constantFrom('a', 'b', 'c', '\uff21', '\u{1f600}'),
  bucket_min: fc.integer({ min: -3, max: 25 }),
  bucket_max: fc.integer({ min: -3, max: 25 }),
});

/** Asks of every bucket, one by one, who claims it. */
function claimsPerBucket(claims: readonly BucketClaim[], total: number) {
  return Array.from({ length: Math.max(0, total) }, (_, bucket) =>
    claims.filter((one) => one.bucket_min <= bucket && bucket <= one.bucket_max),
  );
}

/** What the sweep says of each bucket: '' for a gap, '1' for claimed once, the hosts for an overlap. */
function perBucket({ gaps, overlaps }: ClaimedBuckets, total: number): string[] {
  const buckets = Array.from({ length: Math.max(0, total) }, () => '1');
  for (const { min, max } of gaps) buckets.fill('', min, max + 1);
  for (const { min, max, host_ids } of overlaps) buckets.fill(`overlap ${host_ids.join()}`, min, max + 1);
  return buckets;
}

it('the sweep says of every bucket what counting its claims one by one says', () => {
  fc.assert(
    fc.property(fc.array(claim, { maxLength: 8 }), fc.integer({ min: -2, max: 22 }), (claims, total) => {
      const counted = claimsPerBucket(claims, total);
      const swept = sweepClaims(claims, total);
      expect(perBucket(swept, total)).toEqual(
        counted.map((owners) => {
          if (owners.length < 2) return owners.length === 0 ? '' : '1';
          return `overlap ${distinctSorted(owners.map((owner) => owner.host_id)).join()}`;
        }),
      );
      expect(swept.covered_buckets).toBe(counted.filter((owners) => owners.length > 0).length);
    }),
    { numRuns: 500 },
  );
});

it('gaps are as long as they can be, and so are overlaps of the same hosts', () => {
  fc.assert(
    fc.property(fc.array(claim, { maxLength: 8 }), fc.integer({ min: 1, max: 22 }), (claims, total) => {
      const { gaps, overlaps } = sweepClaims(claims, total);
      const touching = <T extends { min: number; max: number }>(
        ranges: T[],
        alike: (a: T, b: T) => boolean,
      ) =>
        ranges.filter((range, i) => {
          const previous = ranges[i - 1];
          return previous !== undefined && previous.max + 1 === range.min && alike(previous, range);
        });
      expect(touching(gaps, () => true)).toEqual([]);
      expect(touching(overlaps, (a, b) => a.host_ids.join() === b.host_ids.join())).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

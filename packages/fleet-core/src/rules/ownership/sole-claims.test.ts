import { expect, it } from 'vitest';
import { soleClaims, soleClaimsOf } from './sole-claims.ts';

const claim = (host_id: string, bucket_min: number, bucket_max: number) => ({
  host_id,
  bucket_min,
  bucket_max,
});

it('what one host claims alone is told in ranges, without what others claim as well', () => {
  const claims = [claim('a', 0, 333), claim('b', 300, 499), claim('c', 600, 700), claim('c', 650, 800)];
  expect(soleClaims(claims)).toEqual(
    new Map([
      ['a', [{ min: 0, max: 299 }]],
      ['b', [{ min: 334, max: 499 }]],
      ['c', [{ min: 600, max: 800 }]],
    ]),
  );
});

it('a range within another’s leaves that host what lies on both sides', () => {
  expect(soleClaims([claim('a', 0, 9), claim('b', 4, 5)])).toEqual(
    new Map([
      [
        'a',
        [
          { min: 0, max: 3 },
          { min: 6, max: 9 },
        ],
      ],
    ]),
  );
});

it('hosts that claim the very same buckets have none alone, and a claim upside down claims nothing', () => {
  expect(soleClaims([claim('a', 0, 9), claim('b', 0, 9)])).toEqual(new Map());
  expect(soleClaims([claim('a', 9, 0)])).toEqual(new Map());
});

it('the claims are swept once, when the first host is asked for', () => {
  let looks = 0;
  const counted = (host_id: string, bucket_min: number, bucket_max: number) => ({
    get host_id() {
      looks += 1;
      return host_id;
    },
    bucket_min,
    bucket_max,
  });
  const aloneOf = soleClaimsOf([counted('a', 0, 9), counted('b', 8, 12)]);
  expect(looks).toBe(0);
  expect(aloneOf('a')).toEqual([{ min: 0, max: 7 }]);
  const afterFirst = looks;
  expect(aloneOf('b')).toEqual([{ min: 10, max: 12 }]);
  expect(aloneOf('c')).toEqual([]);
  expect(looks).toBe(afterFirst);
});

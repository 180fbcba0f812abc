import { expect, it } from 'vitest';
import { makeCoverage, makeOwner, makePinned } from '../../testing/make-coverage.ts';
import { coverageFaults } from './coverage-faults.ts';

const texts = (overrides: Parameters<typeof makeCoverage>[0]) =>
  coverageFaults(makeCoverage(overrides)).map((fault) => fault.text);

it('says nothing of a range that is owned once', () => {
  expect(texts({})).toEqual([]);
});

it('names every gap and its neighbours', () => {
  const hosts = [makeOwner('a', 4, 99), makeOwner('b', 101, 989)];
  const gaps = [
    { min: 0, max: 3 },
    { min: 100, max: 100 },
    { min: 990, max: 999 },
  ];
  expect(texts({ hosts, gaps })).toEqual([
    'Gap 0–3 (4 buckets): no owner before a',
    'Gap 100 (1 bucket): no owner between a and b',
    'Gap 990–999 (10 buckets): no owner after b',
  ]);
});

it('names who claims an overlap, and how many more', () => {
  const overlaps = [{ min: 350, max: 361, host_ids: ['a', 'b'], more_hosts: 3 }];
  expect(texts({ overlaps })).toEqual(['Overlap 350–361 (12 buckets): claimed by a, b and 3 others']);
});

it('names owners that are silent or not active, and what they own', () => {
  const hosts = [
    { ...makeOwner('a', 0, 499), stale: true },
    { ...makeOwner('b', 500, 999), status: 'draining' },
  ];
  expect(texts({ hosts })).toEqual(['a is silent and owns 0–499', 'b is draining and owns 500–999']);
});

it('names a claim that the picture cannot show in full', () => {
  expect(texts({ hosts: [makeOwner('a', 0, 1200)] })).toEqual([
    'a claims 0 to 1200; the picture ends at 0 and 999',
  ]);
});

it('does not call it a gap while hosts are pinned', () => {
  const pinned = [makePinned('a', 0, 499)];
  expect(texts({ mode: 'pinned', hosts: [], pinned, gaps: [{ min: 500, max: 999 }] })).toEqual([
    'Not pinned 500–999 (500 buckets) after a',
  ]);
});

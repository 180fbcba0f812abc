import { expect, it } from 'vitest';
import type { DriftGroup } from '../../domain/drift-detail.ts';
import { sampledBuckets } from './sampled-buckets.ts';

const down = (bucket: number, sites: number): DriftGroup => ({
  bucket,
  site_status: 2,
  open_events: 'none',
  expected_status: 1,
  site_count: sites,
  count: sites,
});
const unshown = (bucket: number, sites: number): DriftGroup => ({
  ...down(bucket, sites),
  site_status: 1,
  open_events: 'one',
  expected_status: 2,
});

it('no more buckets than are needed for so many sites, the worst of them', () => {
  expect(sampledBuckets([down(1, 40), down(2, 70), down(3, 60)], 100)).toEqual([2, 3]);
  expect(sampledBuckets([down(1, 40), down(2, 100), down(3, 60)], 100)).toEqual([2]);
  expect(sampledBuckets([down(1, 40), down(2, 99), down(3, 60)], 100)).toEqual([2, 3]);
});

it('all of them when there are no more sites', () => {
  expect(sampledBuckets([down(9, 1), down(4, 98), unshown(6, 1)], 100)).toEqual([4, 6, 9]);
});

it('of each cause enough, though it is rare', () => {
  const groups = [down(0, 500), unshown(7, 1), unshown(8, 19), unshown(9, 1)];
  expect(sampledBuckets(groups, 100)).toEqual([0, 7, 8]);
});

it('without drift none', () => {
  expect(sampledBuckets([], 100)).toEqual([]);
});

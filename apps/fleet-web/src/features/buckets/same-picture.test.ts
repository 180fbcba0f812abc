import { BucketOwner } from 'fleet-core/contract/bucket-coverage';
import { expect, it } from 'vitest';
import { makeCoverage, makeOwner, makePinned } from '../../testing/make-coverage.ts';
import { isSamePicture } from './same-picture.ts';

const hosts = [makeOwner('a', 0, 499), makeOwner('b', 500, 999)];
const coverage = makeCoverage({ hosts });

const withOwner = (change: object) =>
  makeCoverage({ hosts: hosts.map((owner) => (owner.host_id === 'b' ? { ...owner, ...change } : owner)) });

it('heartbeats that have come since make no other picture', () => {
  const heard = { last_heartbeat: '2026-04-30T14:00:05Z', last_heartbeat_age_sec: 1 };
  expect(isSamePicture(coverage, withOwner(heard))).toBe(true);
});

it.each(Object.keys(BucketOwner.def.shape).filter((field) => !field.startsWith('last_heartbeat')))(
  'another %s of one owner makes another picture',
  (field) => {
    expect(isSamePicture(coverage, withOwner({ [field]: 'another' }))).toBe(false);
  },
);

it.each([
  ['an owner that went', { hosts: hosts.slice(1) }],
  ['an owner that came', { hosts: [...hosts, makeOwner('c', 0, 9)] }],
  ['another order', { hosts: hosts.toReversed() }],
  ['a gap', { gaps: [{ min: 3, max: 4 }] }],
  ['an overlap', { overlaps: [{ min: 3, max: 4, host_ids: ['a', 'b'] }] }],
  ['a pinned range', { pinned: [makePinned('p', 0, 9)] }],
  ['another verdict', { status: 'red' as const }],
  ['another mode', { mode: 'mixed' as const }],
  ['coverage that could not be read', { covered_buckets: null }],
])('%s makes another picture', (_, change) => {
  expect(isSamePicture(coverage, makeCoverage({ hosts, ...change }))).toBe(false);
});

import { describe, expect, it } from 'vitest';
import { makeBucketOwner } from '../../testing/make/make-bucket-owner.ts';
import { makePinnedMonitor } from '../../testing/make/make-process-health.ts';
import { makeReading } from '../../testing/make/make-reading.ts';
import { makeSnapshot } from '../../testing/make/make-snapshot.ts';
import { sweepClaims } from './bucket-claims.ts';
import { MOST_HOSTS_LISTED } from './open-claims.ts';

const BUCKET_TOTAL = 65_536;
const hostName = (i: number) => `host-${String(i).padStart(4, '0')}`;

/** Ranges that all begin and end elsewhere and all share the middle: as many edges and overlaps as there can be. */
const nested = Array.from({ length: 5000 }, (_, i) => ({
  host_id: hostName(i),
  bucket_min: i,
  bucket_max: BUCKET_TOTAL - 1 - i,
}));

it('a bucket that more hosts share than are listed names the first ones and counts the others', () => {
  const claims = Array.from({ length: MOST_HOSTS_LISTED + 3 }, (_, i) => ({
    host_id: hostName(i),
    bucket_min: 0,
    bucket_max: 9,
  }));
  const listed = claims.slice(0, MOST_HOSTS_LISTED).map((claim) => claim.host_id);
  expect(sweepClaims(claims.toReversed(), 10).overlaps).toEqual([
    { min: 0, max: 9, host_ids: listed, more_hosts: 3 },
  ]);
  expect(sweepClaims(claims.slice(0, MOST_HOSTS_LISTED), 10).overlaps).toEqual([
    { min: 0, max: 9, host_ids: listed },
  ]);
});

describe('with 5,000 owners on each other’s buckets', () => {
  it('every overlap is told, and the snapshot stays a few megabytes', () => {
    const owners = nested.map((claim) => makeBucketOwner(claim.host_id, claim.bucket_min, claim.bucket_max));
    const snapshot = makeSnapshot({ bucket_owners: makeReading(owners) }, { bucket_total: BUCKET_TOTAL });
    expect(snapshot.bucket_coverage).toMatchObject({
      status: 'red',
      code: 'overlap',
      covered_buckets: BUCKET_TOTAL,
    });
    expect(snapshot.bucket_coverage.overlaps).toHaveLength(2 * nested.length - 3);
    expect(snapshot.bucket_coverage.overlaps[nested.length - 2]).toMatchObject({
      min: nested.length - 1,
      more_hosts: nested.length - MOST_HOSTS_LISTED,
    });
    expect(JSON.stringify(snapshot).length).toBeLessThan(6_000_000);
  });

  it('pinned ranges that all overlap make one sentence that can be read', () => {
    const rows = nested
      .slice(0, 1000)
      .map((claim) => makePinnedMonitor(claim.host_id, claim.bucket_min, claim.bucket_max));
    const { summary } = makeSnapshot({ process_health: makeReading(rows) }, { bucket_total: BUCKET_TOTAL });
    const overlap = summary.issue_details.find((issue) => issue.code === 'pinned_overlap');
    expect(overlap?.message).toMatch(/; and 1987 more$/);
    expect(overlap?.message.length).toBeLessThan(5000);
  });
});

import { describe, expect, it } from 'vitest';
import type { BucketOwnerRow } from '../../domain/bucket-owner.ts';
import { after, deleteProcesses, on, setProcesses } from '../../testing/change-readings.ts';
import { causesOf } from '../../testing/find-issues.ts';
import { judge } from '../../testing/judge.ts';
import { makeBucketOwner } from '../../testing/make/make-bucket-owner.ts';
import { makeProcessHealth } from '../../testing/make/make-process-health.ts';
import { failedReading, makeReading } from '../../testing/make/make-reading.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { dynamicFleet, pinnedFleet } from '../../testing/states/base-fleets.ts';

const STALE = { last_heartbeat_ms: NOW_MS - 601_000 };
const DRAINING = { status: 'draining' };

/** The coverage of these rows, each of a host with an active monitor that reports no range. */
function coverageOf(...rows: BucketOwnerRow[]) {
  const process_health = makeReading(rows.map(({ host_id }) => makeProcessHealth({ host_id })));
  return causesOf(
    'bucket_coverage',
    judge(dynamicFleet({ process_health, bucket_owners: makeReading(rows) })),
  );
}

describe('faulty coverage is told by who and which buckets', () => {
  const row = makeBucketOwner;
  it.each([
    ['a gap', [row('a', 0, 899)], 'no owner for 900-999', 100],
    ['two gaps', [row('a', 1, 899)], 'no owner for 0 and 900-999', 101],
    ['an overlap', [row('a', 0, 500), row('b', 500, 999)], 'a and b own 500 together', 1],
    [
      'a gap and an overlap, though the walk ends at the first',
      [row('a', 0, 500), row('b', 500, 899)],
      'no owner for 900-999; a and b own 500 together',
      101,
    ],
    [
      'a range that is none',
      [row('a', 0, 499), row('b', 500, 1000)],
      'the owner row of b is of no possible range',
      500,
    ],
    ['a stale row', [row('a', 0, 499, STALE), row('b', 500, 999)], 'the owner row of a is stale', 500],
    [
      'stale rows',
      [row('a', 0, 499, STALE), row('b', 500, 999, STALE)],
      'the owner rows of a and b are stale',
      1000,
    ],
    [
      'a row not active',
      [row('a', 0, 499, DRAINING), row('b', 500, 999)],
      'the owner row of a is not active',
      500,
    ],
    [
      'one of each',
      [row('a', 0, 499, DRAINING), row('b', 500, 999, STALE)],
      'the owner rows of a and b are stale or not active',
      1000,
    ],
  ])('%s', (_, rows, title, buckets_affected) => {
    expect(coverageOf(...rows)).toMatchObject([{ severity: 'red', title, buckets_affected }]);
  });

  it('rows that could not be read leave every bucket unknown', () => {
    expect(
      causesOf('bucket_coverage', judge(dynamicFleet({ bucket_owners: failedReading() }))),
    ).toMatchObject([
      { severity: 'red', title: 'bucket ownership could not be read', buckets_affected: 1000 },
    ]);
  });

  it('no rows at all leave every bucket without an owner', () => {
    expect(
      causesOf('bucket_coverage', judge(dynamicFleet({ bucket_owners: makeReading([]) }))),
    ).toMatchObject([{ severity: 'amber', title: 'no host owns buckets', buckets_affected: 1000 }]);
  });
});

describe('coverage is as planned', () => {
  const mixed = after(pinnedFleet(), setProcesses({ bucket_ownership: 'dynamic' }, on('jetmon-c')));
  const nobody = after(
    pinnedFleet(),
    deleteProcesses(() => true),
  );
  it.each([
    ['pinned, where pinned is planned', pinnedFleet(), 'pinned', true],
    ['pinned, where nothing is said to be planned', pinnedFleet(), null, false],
    ['pinned, where dynamic is planned', pinnedFleet(), 'dynamic', false],
    ['mixed, where pinned is planned', mixed, 'pinned', false],
    ['without owners, where pinned is planned', nobody, 'pinned', false],
    [
      'dynamic with a gap, where pinned is planned',
      dynamicFleet({ bucket_owners: makeReading([]) }),
      'pinned',
      false,
    ],
  ] as const)('%s', (_, fleet, plan, planned) => {
    const { causes, summary } = judge(fleet, {}, plan);
    const place = summary.issue_details.findIndex((issue) => issue.code === 'bucket_coverage');
    expect(causes.find((cause) => cause.issue_refs.includes(place))?.planned).toBe(planned);
  });
});

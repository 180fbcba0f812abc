import { describe, expect, it } from 'vitest';
import type { ProcessHealth } from '../../domain/process-health.ts';
import { after, on, setProcesses } from '../../testing/change-readings.ts';
import { causesOf, issuesOf } from '../../testing/find-issues.ts';
import { judge } from '../../testing/judge.ts';
import { makeBucketOwner } from '../../testing/make/make-bucket-owner.ts';
import {
  makeDeliverer,
  makePinnedMonitor,
  makeProcessHealth,
} from '../../testing/make/make-process-health.ts';
import { makeReading } from '../../testing/make/make-reading.ts';
import { originalIssuesOf } from '../../testing/original-issues.ts';
import { dynamicFleet, pinnedFleet } from '../../testing/states/base-fleets.ts';

describe('the range of a pinned monitor', () => {
  const withRange = (bucket_min: number | null, bucket_max: number | null) =>
    after(pinnedFleet(), setProcesses({ bucket_min, bucket_max }, on('jetmon-c')));

  it.each([
    [667, 999, []],
    [999, 999, []],
    [0, 0, []],
    [667, 1000, ['667-1000, beyond BUCKET_TOTAL 1000']],
    [900, 65_535, ['900-65535, beyond BUCKET_TOTAL 1000']],
    [999, 998, ['999-998, which is upside down']],
    [null, 999, ['no range']],
    [667, null, ['no range']],
    [null, null, ['no range']],
  ])('%s-%s of 1000 buckets: %j', (min, max, faults) => {
    const messages = issuesOf('pinned_range_invalid', judge(withRange(min, max))).map(
      (issue) => issue.message,
    );
    expect(messages).toEqual(
      faults.map(
        (fault) => `process jetmon-c:monitor: is pinned to ${fault}, so which sites it checks is not known`,
      ),
    );
  });

  it('is amber, of its process', () => {
    expect(issuesOf('pinned_range_invalid', judge(withRange(null, null)))).toMatchObject([
      { severity: 'amber', subject: 'jetmon-c:monitor' },
    ]);
  });

  it('lies beyond nothing where no bucket total is set, and is upside down all the same', () => {
    const judged = (min: number, max: number) =>
      issuesOf('pinned_range_invalid', judge(withRange(min, max), { bucket_total: 0 }));
    expect(judged(900, 65_535)).toEqual([]);
    expect(judged(9, 0)).toHaveLength(1);
  });

  it.each([
    ['it has stopped', { state: 'stopped' }],
    ['it is a deliverer', { process_type: 'deliverer' }],
    ['it is dynamic', { bucket_ownership: 'dynamic jetmon_hosts' }],
  ])('does not matter when %s', (_, columns) => {
    const fleet = after(withRange(null, null), setProcesses(columns, on('jetmon-c')));
    expect(issuesOf('pinned_range_invalid', judge(fleet))).toEqual([]);
  });
});

describe('owner rows in buckets that monitors are pinned to', () => {
  const withRow = (min: number, max: number) =>
    judge(pinnedFleet({ bucket_owners: makeReading([makeBucketOwner('x', min, max)]) }));

  it('are amber, and name the row, its range and who is pinned there', () => {
    expect(issuesOf('pinned_owner_rows', withRow(300, 400))).toEqual([
      {
        code: 'pinned_owner_rows',
        severity: 'amber',
        subject: 'x',
        message: 'bucket owner x: its row claims 300-400, where jetmon-a and jetmon-b are pinned',
      },
    ]);
    expect(issuesOf('pinned_owner_rows', withRow(0, 0))).toMatchObject([
      { message: 'bucket owner x: its row claims 0-0, where jetmon-a is pinned' },
    ]);
  });

  it('concern the buckets that both claim, each once', () => {
    expect(causesOf('pinned_owner_rows', withRow(300, 400))).toMatchObject([{ buckets_affected: 101 }]);
  });

  it('are none where nobody is pinned', () => {
    const process_health = makeReading([makePinnedMonitor('a', 0, 99)]);
    const rows = (min: number, max: number) => makeReading([makeBucketOwner('x', min, max)]);
    const judged = (min: number, max: number) =>
      issuesOf('pinned_owner_rows', judge(pinnedFleet({ process_health, bucket_owners: rows(min, max) })));
    expect(judged(100, 999)).toEqual([]);
    expect(judged(99, 999)).toHaveLength(1);
  });

  it('are told while some monitors are dynamic: their own rows are none', () => {
    const fleet = after(dynamicFleet(), setProcesses({ bucket_ownership: 'pinned' }, on('jetmon-a')));
    expect(issuesOf('pinned_owner_rows', judge(fleet)).map(({ subject }) => subject)).toEqual(['jetmon-a']);
  });

  it('are none of a range that is upside down, which is told as such', () => {
    const fleet = after(
      pinnedFleet({ bucket_owners: makeReading([makeBucketOwner('x', 100, 200)]) }),
      setProcesses({ bucket_min: 333, bucket_max: 0 }, on('jetmon-a')),
    );
    expect(issuesOf('pinned_owner_rows', judge(fleet))).toEqual([]);
  });
});

it('buckets that several monitors are pinned to concern each bucket once', () => {
  const rows = [makePinnedMonitor('a', 0, 5), makePinnedMonitor('b', 5, 9), makePinnedMonitor('c', 5, 20)];
  const snapshot = judge(pinnedFleet({ process_health: makeReading(rows) }));
  expect(causesOf('pinned_overlap', snapshot)).toMatchObject([
    { title: 'a, b and c are pinned to the same buckets', buckets_affected: 5, subject: { kind: 'buckets' } },
  ]);
});

describe('a bucket that two monitors are pinned to', () => {
  const overlapOf = (rows: ProcessHealth[], bucket_total = 1000) =>
    originalIssuesOf({ process_health: makeReading(rows) }, { bucket_total }).filter(
      (issue) => issue.code === 'pinned_overlap',
    );

  it('is one amber issue that names the buckets and the hosts', () => {
    const rows = [
      makePinnedMonitor('a', 0, 5),
      makePinnedMonitor('b', 5, 20),
      makePinnedMonitor('c', 19, 30),
    ];
    expect(overlapOf(rows)).toEqual([
      {
        code: 'pinned_overlap',
        severity: 'amber',
        subject: '',
        message: 'pinned ranges: checked more than once: bucket 5 (a, b); buckets 19-20 (b, c)',
      },
    ]);
  });

  it('is told also beyond the bucket total, and without one', () => {
    const rows = [makePinnedMonitor('a', 0, 1200), makePinnedMonitor('b', 1200, 1300)];
    expect(overlapOf(rows)).toMatchObject([{ message: expect.stringContaining('bucket 1200 (a, b)') }]);
    expect(overlapOf(rows, 0)).toHaveLength(1);
  });

  it('is told also when it is the last bucket of all, or bucket 0', () => {
    const last = [makePinnedMonitor('a', 0, 9), makePinnedMonitor('b', 9, 9)];
    expect(overlapOf(last)).toMatchObject([{ message: expect.stringContaining(': bucket 9 (a, b)') }]);
    const first = [makePinnedMonitor('a', 0, 0), makePinnedMonitor('b', 0, 0)];
    expect(overlapOf(first)).toMatchObject([{ message: expect.stringContaining(': bucket 0 (a, b)') }]);
  });

  it('is told also while another monitor is dynamic', () => {
    const rows = [
      makePinnedMonitor('a', 0, 5),
      makePinnedMonitor('b', 5, 9),
      makeProcessHealth({ host_id: 'c' }),
    ];
    expect(overlapOf(rows)).toHaveLength(1);
  });

  it.each([
    [
      'only one is active',
      [makePinnedMonitor('a', 0, 5), makePinnedMonitor('b', 5, 9, { state: 'stopped' })],
    ],
    ['the ranges only meet', [makePinnedMonitor('a', 0, 4), makePinnedMonitor('b', 5, 9)]],
    ['the ranges leave a gap', [makePinnedMonitor('a', 0, 4), makePinnedMonitor('b', 8, 9)]],
    ['one is a deliverer', [makePinnedMonitor('a', 0, 5), makeDeliverer({ bucket_min: 5, bucket_max: 9 })]],
    ['owner rows overlap instead', [makePinnedMonitor('a', 0, 333), makePinnedMonitor('b', 334, 999)]],
  ])('is not when %s', (_, rows) => {
    expect(overlapOf(rows)).toEqual([]);
  });
});

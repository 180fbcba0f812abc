import { describe, expect, it } from 'vitest';
import type { FleetReadings } from '../../domain/fleet-readings.ts';
import type { ProcessHealth } from '../../domain/process-health.ts';
import type { Thresholds } from '../../domain/thresholds.ts';
import { makeBucketOwner } from '../../testing/make-bucket-owner.ts';
import { makeDeliveryQueue } from '../../testing/make-delivery-queue.ts';
import { makeDrift } from '../../testing/make-drift.ts';
import { makeDeliverer, makePinnedMonitor, makeProcessHealth } from '../../testing/make-process-health.ts';
import { failedReading, makeReading } from '../../testing/make-reading.ts';
import { makeSnapshot } from '../../testing/make-snapshot.ts';
import { NOW_MS } from '../../testing/now.ts';
import { originalIssues } from '../../testing/original-issues.ts';

const STALE = { updated_at_ms: NOW_MS - 725_000 };

function issuesOf(overrides: Partial<FleetReadings>, thresholds: Partial<Thresholds> = {}) {
  return originalIssues(makeSnapshot(overrides, thresholds)).map(({ since: _, ...issue }) => issue);
}

/** The issues of an otherwise healthy fleet that has one more process. */
function issuesWith(...rows: ProcessHealth[]) {
  return issuesOf({ process_health: makeReading([makeProcessHealth(), ...rows]) });
}

it('a healthy fleet has no issues', () => {
  expect(issuesOf({})).toEqual([]);
});

describe('processes', () => {
  it.each([
    ['process_stale', 'red', { ...STALE }, 'process x:monitor: last heartbeat 725s ago'],
    ['process_red', 'red', { health_status: 'red' }, 'process x:monitor: reports health red'],
    ['process_amber', 'amber', { health_status: 'amber' }, 'process x:monitor: reports health amber'],
    [
      'process_unknown_health',
      'amber',
      { health_status: 'odd' },
      'process x:monitor: reports the unknown health "odd"',
    ],
  ])('%s is a %s issue that names the process', (code, severity, overrides, message) => {
    const row = makeProcessHealth({ host_id: 'x', ...overrides });
    expect(issuesWith(row)).toEqual([{ code, severity, subject: 'x:monitor', message }]);
  });

  it.each(['red', 'amber', 'odd'])('silence hides what a process last said: %s', (health_status) => {
    expect(issuesWith(makeProcessHealth({ host_id: 'x', health_status, ...STALE }))).toMatchObject([
      { code: 'process_stale' },
    ]);
  });

  it('one that never had a heartbeat is silent since no known time, and hides not since when another is', () => {
    const silent = (host_id: string, updated_at_ms: number | null) =>
      makeProcessHealth({ host_id, updated_at_ms });
    const rows = [silent('x', null), silent('y', NOW_MS - 725_000)];
    const { summary, checklist } = makeSnapshot({ process_health: makeReading(rows) });
    const since = new Date(NOW_MS - 125_000).toISOString().replace('.000', '');
    const ofHeartbeats = summary.issue_details.filter(({ code }) => code === 'process_stale');
    expect(ofHeartbeats.map((issue) => issue.since)).toEqual([undefined, since]);
    expect(checklist.find(({ code }) => code === 'heartbeats')?.since).toBe(since);
  });

  it('none at all is two amber issues: no snapshots, and no monitors', () => {
    expect(issuesOf({ process_health: makeReading([]) })).toEqual([
      {
        code: 'no_process_snapshots',
        severity: 'amber',
        subject: '',
        message: 'processes: no process has reported its health',
      },
      {
        code: 'no_monitor_processes',
        severity: 'amber',
        subject: '',
        message: 'processes: no monitor process has reported its health',
      },
    ]);
  });

  it('none of them a monitor is one amber issue', () => {
    expect(issuesOf({ process_health: makeReading([makeDeliverer()]) })).toMatchObject([
      { code: 'no_monitor_processes', severity: 'amber', subject: '' },
    ]);
  });

  it('a monitor that is stale or stopped is a monitor still', () => {
    const rows = [makeProcessHealth({ state: 'stopped', ...STALE })];
    const codes = issuesOf({ process_health: makeReading(rows) }).map((issue) => issue.code);
    expect(codes).toEqual(['process_stale']);
  });
});

describe('bucket coverage, drift and delivery', () => {
  it.each([
    [
      'coverage with a gap',
      { bucket_owners: makeReading([makeBucketOwner('a', 0, 899)]) },
      {
        code: 'bucket_coverage',
        severity: 'red',
        message: 'bucket coverage: no owner for buckets 900-999, after a',
      },
    ],
    [
      'coverage without owners',
      { bucket_owners: makeReading([]) },
      {
        code: 'bucket_coverage',
        severity: 'amber',
        message: 'bucket coverage: no host owns buckets: jetmon_hosts has no rows',
      },
    ],
    [
      'coverage that was not read',
      { bucket_owners: failedReading() },
      {
        code: 'bucket_coverage',
        severity: 'red',
        message: 'bucket coverage: bucket ownership could not be read',
      },
    ],
    [
      'one site that drifted',
      { projection_drift: makeReading(makeDrift(1)) },
      {
        code: 'projection_drift',
        severity: 'red',
        message: 'projection drift: 1 site differs from its open http events',
      },
    ],
    [
      'two sites that drifted',
      { projection_drift: makeReading(makeDrift(2)) },
      {
        code: 'projection_drift',
        severity: 'red',
        message: 'projection drift: 2 sites differ from their open http events',
      },
    ],
    [
      'drift that was not read',
      { projection_drift: failedReading() },
      {
        code: 'projection_drift',
        severity: 'red',
        message: 'projection drift: projection drift could not be read',
      },
    ],
    [
      'deliveries that are due',
      { alert_deliveries: makeReading(makeDeliveryQueue({ due_now: 7 })) },
      { code: 'delivery_queues', severity: 'amber', message: 'delivery queues: 7 due' },
    ],
    [
      'deliveries that went wrong',
      {
        alert_deliveries: makeReading(makeDeliveryQueue({ abandoned_since: 1, failed_since: 2, due_now: 3 })),
      },
      { code: 'delivery_queues', severity: 'red', message: 'delivery queues: 1 abandoned, 2 failed, 3 due' },
    ],
    [
      'deliveries that were not read',
      { webhook_deliveries: failedReading() },
      {
        code: 'delivery_queues',
        severity: 'red',
        message: 'delivery queues: webhook deliveries could not be read',
      },
    ],
    [
      'delivery without an owner',
      { process_health: makeReading([makeProcessHealth(), makeDeliverer({ delivery_owner_host: '' })]) },
      {
        code: 'delivery_posture',
        severity: 'amber',
        message: 'delivery owner: delivery workers without DELIVERY_OWNER_HOST on jetmon-deliverer-1',
      },
    ],
  ])('%s', (_, overrides, issue) => {
    expect(issuesOf(overrides)).toEqual([{ subject: '', ...issue }]);
  });

  it('without a bucket total neither coverage nor drift can be judged: two amber issues that name the number', () => {
    expect(issuesOf({ projection_drift: makeReading(null) }, { bucket_total: 0 })).toMatchObject([
      { code: 'bucket_coverage', severity: 'amber', message: expect.stringContaining('BUCKET_TOTAL is 0') },
      { code: 'projection_drift', severity: 'amber', message: expect.stringContaining('BUCKET_TOTAL is 0') },
    ]);
  });
});

describe('a bucket that two monitors are pinned to', () => {
  const overlapOf = (rows: ProcessHealth[], bucket_total = 1000) =>
    issuesOf({ process_health: makeReading(rows) }, { bucket_total }).filter(
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

describe('what a process reports that cannot be trusted', () => {
  it('dependency health that is too long to be read is an amber issue that says so', () => {
    const row = makeProcessHealth({
      host_id: 'x',
      dependency_health: [],
      dependency_health_readable: false,
      dependency_health_too_long: true,
    });
    const snapshot = makeSnapshot({ process_health: makeReading([makeProcessHealth(), row]) });
    expect(originalIssues(snapshot)).toEqual([
      {
        code: 'dependency_health_unreadable',
        severity: 'amber',
        subject: 'x:monitor',
        message: 'process x:monitor: its dependency health is too long to be read',
      },
    ]);
    const headlines = snapshot.causes.map(({ headline }) => headline);
    expect(headlines).toContain('x:monitor reports more dependencies than are read');
  });

  it('dependency health that is no list is an amber issue, and the process is still listed', () => {
    const row = makeProcessHealth({ host_id: 'x', dependency_health: [], dependency_health_readable: false });
    const snapshot = makeSnapshot({ process_health: makeReading([makeProcessHealth(), row]) });
    expect(originalIssues(snapshot)).toEqual([
      {
        code: 'dependency_health_unreadable',
        severity: 'amber',
        subject: 'x:monitor',
        message: 'process x:monitor: its dependency health is no list of entries',
      },
    ]);
    expect(snapshot.processes.map((process) => process.process_id)).toEqual([
      'jetmon-a:monitor',
      'x:monitor',
    ]);
  });

  it.each([
    [60_000, []],
    [
      60_001,
      [
        {
          code: 'heartbeat_in_future',
          severity: 'amber',
          subject: 'x:monitor',
          message:
            "process x:monitor: heartbeat lies 60s in the future; its clock or the database's is wrong",
        },
      ],
    ],
  ])('a heartbeat %i ms ahead of the database', (aheadMs, issues) => {
    expect(issuesWith(makeProcessHealth({ host_id: 'x', updated_at_ms: NOW_MS + aheadMs }))).toEqual(issues);
  });
});

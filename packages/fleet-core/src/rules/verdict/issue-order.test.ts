import { expect, it } from 'vitest';
import { ISSUE_CODES } from '../../contract/issue.ts';
import type { ProcessHealth } from '../../domain/process-health.ts';
import { makeDeliveryQueue } from '../../testing/make/make-delivery-queue.ts';
import { makeDrift } from '../../testing/make/make-drift.ts';
import {
  makeDeliverer,
  makePinnedMonitor,
  makeProcessHealth,
} from '../../testing/make/make-process-health.ts';
import { failedReading, makeReading } from '../../testing/make/make-reading.ts';
import { makeSnapshot } from '../../testing/make/make-snapshot.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { originalIssues } from '../../testing/original-issues.ts';

const STALE = { updated_at_ms: NOW_MS - 601_000 };
const AHEAD = { updated_at_ms: NOW_MS + 61_000 };

function issueCodes(rows: ProcessHealth[], readings: Parameters<typeof makeSnapshot>[0] = {}): string[] {
  const snapshot = makeSnapshot({ process_health: makeReading(rows), ...readings });
  return originalIssues(snapshot).map(({ code, subject }) => `${code} ${subject}`.trim());
}

it('amber issues are listed in the order of their codes, though one process causes several', () => {
  const troubled = { ...AHEAD, dependency_health_readable: false };
  const rows = [
    makePinnedMonitor('p', 0, 5, troubled),
    makePinnedMonitor('q', 5, 9),
    makeProcessHealth({ host_id: 'm', health_status: 'amber', ...troubled }),
    makeProcessHealth({ host_id: 'u', health_status: 'odd' }),
    makeDeliverer({ delivery_owner_host: '' }),
  ];
  const due = makeReading(makeDeliveryQueue({ due_now: 1 }));
  expect(issueCodes(rows, { webhook_deliveries: due })).toEqual([
    'process_amber m:monitor',
    'process_unknown_health u:monitor',
    'bucket_coverage',
    'delivery_queues',
    'delivery_posture',
    'pinned_overlap',
    'dependency_health_unreadable m:monitor',
    'dependency_health_unreadable p:monitor',
    'heartbeat_in_future m:monitor',
    'heartbeat_in_future p:monitor',
  ]);
});

it('every red issue is listed before any amber one, in the order of their codes', () => {
  const rows = [
    makeProcessHealth({ host_id: 'a', health_status: 'amber' }),
    makeProcessHealth({ host_id: 'r', health_status: 'red' }),
    makeProcessHealth({ host_id: 's', ...STALE, dependency_health_readable: false }),
    makeDeliverer({ delivery_owner_host: '' }),
  ];
  const readings = {
    bucket_owners: failedReading(),
    projection_drift: makeReading(makeDrift(3)),
    alert_deliveries: failedReading(),
  };
  expect(issueCodes(rows, readings)).toEqual([
    'process_stale s:monitor',
    'process_red r:monitor',
    'bucket_coverage',
    'projection_drift',
    'delivery_queues',
    'process_amber a:monitor',
    'delivery_posture',
    'dependency_health_unreadable s:monitor',
  ]);
});

it('processes of one condition are listed in process order', () => {
  const red = (host_id: string) => makeProcessHealth({ host_id, health_status: 'red' });
  const rows = [red('c'), makeDeliverer({ host_id: 'a', health_status: 'red' }), red('b')];
  expect(issueCodes(rows)).toEqual([
    'process_red b:monitor',
    'process_red c:monitor',
    'process_red a:deliverer',
  ]);
});

it('amber and unknown health are listed in process order, where unknown comes after amber', () => {
  const rows = [
    makeProcessHealth({ host_id: 'a', health_status: 'odd' }),
    makeDeliverer({ host_id: 'b', health_status: 'amber' }),
  ];
  expect(issueCodes(rows)).toEqual(['process_amber b:deliverer', 'process_unknown_health a:monitor']);
});

it('missing monitors are listed after the processes there are', () => {
  const rows = [makeDeliverer({ host_id: 'x', health_status: 'amber' })];
  expect(issueCodes(rows)).toEqual(['process_amber x:deliverer', 'no_monitor_processes']);
});

it('the list has each code once, in the order of the contract; additions come after', () => {
  expect(new Set(ISSUE_CODES).size).toBe(ISSUE_CODES.length);
  expect(ISSUE_CODES.slice(0, 14)).toEqual([
    'no_process_snapshots',
    'process_stale',
    'process_red',
    'process_amber',
    'process_unknown_health',
    'no_monitor_processes',
    'bucket_coverage',
    'projection_drift',
    'delivery_queues',
    'delivery_posture',
    'verifliers',
    'pinned_overlap',
    'dependency_health_unreadable',
    'heartbeat_in_future',
  ]);
});

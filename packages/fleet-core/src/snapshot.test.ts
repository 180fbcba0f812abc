import { expect, it } from 'vitest';
import { buildSnapshot } from './snapshot.ts';
import { makeContext } from './testing/make/make-context.ts';
import { makeDeliveryQueue } from './testing/make/make-delivery-queue.ts';
import { makeDrift } from './testing/make/make-drift.ts';
import { makeProcessHealth } from './testing/make/make-process-health.ts';
import { failedReading, makeReading } from './testing/make/make-reading.ts';
import { makeReadings } from './testing/make/make-readings.ts';
import { makeSnapshot } from './testing/make/make-snapshot.ts';
import { NOW_MS } from './testing/make/now.ts';

it('a healthy fleet is green throughout, and the next action is to continue', () => {
  const { summary, bucket_coverage, delivery, projection_drift, dependencies } = makeSnapshot();
  expect(summary).toMatchObject({
    status: 'green',
    suggested_next_action_code: 'continue',
    issues: [],
    issue_details: [],
    green_processes: 4,
    monitor_processes: 3,
    deliverer_processes: 1,
  });
  expect(bucket_coverage).toMatchObject({
    status: 'green',
    mode: 'dynamic',
    code: 'ok',
    covered_buckets: 1000,
  });
  expect(delivery).toMatchObject({ status: 'green', delivered_since: 60, pending: 0 });
  expect(delivery.posture).toMatchObject({ status: 'green', code: 'single_owner' });
  expect(projection_drift).toMatchObject({ status: 'green', count: 0 });
  expect(dependencies).toMatchObject([{ name: 'mysql', status: 'green', green_count: 4 }]);
});

it('the snapshot is of the moment on the clock of the database', () => {
  expect(makeSnapshot()).toMatchObject({ schema_version: 1, generated_at: '2026-04-30T14:00:00Z' });
});

it('deliveries count as recent since the window before that moment', () => {
  expect(makeSnapshot().delivery.since).toBe('2026-04-30T13:45:00Z');
  expect(makeSnapshot({}, { recent_window_sec: 60 }).delivery.since).toBe('2026-04-30T13:59:00Z');
});

it('the grace decides on processes and owners alike', () => {
  const { summary, bucket_coverage } = makeSnapshot({}, { heartbeat_grace_sec: 3 });
  expect(summary).toMatchObject({ stale_processes: 4 });
  expect(bucket_coverage).toMatchObject({ code: 'owner_stale' });
});

it('processes and versions are counted by type', () => {
  expect(makeSnapshot()).toMatchObject({
    process_counts: { deliverer: 1, monitor: 3 },
    versions: [
      { version: '2.0.0', process_type: 'monitor', count: 3 },
      { version: '2.0.0', process_type: 'deliverer', count: 1 },
    ],
  });
});

it('each read is listed with its success, its time, and how long it took in whole milliseconds', () => {
  const { sources } = makeSnapshot({
    bucket_owners: failedReading(),
    projection_drift: makeReading(makeDrift(0), { read_at_ms: NOW_MS - 30_000, duration_ms: 12.5 }),
  });
  expect(sources).toEqual([
    { name: 'process_health', ok: true, read_at: '2026-04-30T14:00:00Z', duration_ms: 2 },
    { name: 'bucket_owners', ok: false, read_at: null, duration_ms: 3 },
    { name: 'webhook_deliveries', ok: true, read_at: '2026-04-30T14:00:00Z', duration_ms: 2 },
    { name: 'alert_deliveries', ok: true, read_at: '2026-04-30T14:00:00Z', duration_ms: 2 },
    { name: 'projection_drift', ok: true, read_at: '2026-04-30T13:59:30Z', duration_ms: 13 },
    { name: 'site_activity', ok: true, read_at: '2026-04-30T14:00:00Z', duration_ms: 2 },
  ]);
});

it('who answered and how it is configured are told', () => {
  const context = makeContext({
    display: {
      host_dashboard_url: 'https://{host}/',
      host_dashboard_home: 'https://home/',
      environment: 'production',
      expected_ownership: 'pinned',
      insecure_no_auth: true,
      request_timeout_ms: 9000,
    },
    served_by: { host: 'h', version: 'v', build_id: 'b' },
  });
  expect(buildSnapshot(makeReadings(), context)).toMatchObject({
    served_by: { host: 'h', version: 'v', build_id: 'b' },
    settings: {
      heartbeat_grace_sec: 600,
      recent_window_sec: 900,
      host_dashboard_url: 'https://{host}/',
      host_dashboard_home: 'https://home/',
      environment: 'production',
      expected_ownership: 'pinned',
      request_timeout_ms: 9000,
    },
  });
});

it('pending deliveries of either table call for a worker', () => {
  const waiting = { due_now: 0, future_retry: 1, delivered_since: 0, abandoned_since: 0, failed_since: 0 };
  const queue = makeReading(makeDeliveryQueue({ ...waiting, oldest_pending_ms: NOW_MS }));
  const process_health = makeReading([makeProcessHealth()]);
  for (const deliveries of [{ webhook_deliveries: queue }, { alert_deliveries: queue }]) {
    expect(makeSnapshot({ process_health, ...deliveries }).delivery.posture.code).toBe(
      'queued_without_worker',
    );
  }
  const oneUnread = { webhook_deliveries: failedReading(), alert_deliveries: queue };
  expect(makeSnapshot({ process_health, ...oneUnread }).delivery.posture.code).toBe('queued_without_worker');
});

import { describe, expect, it } from 'vitest';
import type { DeliveryQueue } from '../../domain/delivery-queue.ts';
import { after, deleteProcesses, isMonitor, on, setProcesses } from '../../testing/change-readings.ts';
import { issuesOf } from '../../testing/find-issues.ts';
import { judge } from '../../testing/judge.ts';
import { makeDeliveryQueue } from '../../testing/make/make-delivery-queue.ts';
import type { ProcessOverrides } from '../../testing/make/make-process-health.ts';
import { failedReading, makeReading } from '../../testing/make/make-reading.ts';
import { msAgo, NOW_MS } from '../../testing/make/now.ts';
import { dynamicFleet } from '../../testing/states/base-fleets.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const ahead = (ms: number) => NOW_MS + ms;

function overdue(counts: Partial<DeliveryQueue>) {
  const webhook_deliveries = makeReading(makeDeliveryQueue(counts));
  return issuesOf('delivery_overdue', judge(dynamicFleet({ webhook_deliveries }))).map(
    (issue) => issue.message,
  );
}

describe('a queue is overdue', () => {
  const waiting = { future_retry: 7 };

  it.each([
    [8 * HOUR_MS, []],
    [8 * HOUR_MS + 1000, ['webhook queue: 7 pending, the oldest for just over 8h (limit 8h)']],
    [50 * HOUR_MS, ['webhook queue: 7 pending, the oldest for 2d 2h (limit 8h)']],
  ])('when its oldest has been pending for more than 8 h: %i ms', (ms, messages) => {
    expect(overdue({ ...waiting, oldest_pending_ms: msAgo(ms) })).toEqual(messages);
  });

  it.each([
    [6 * HOUR_MS, []],
    [
      6 * HOUR_MS + 1000,
      ['webhook queue: 7 pending, the oldest for 60s, a next attempt only in just over 6h (limit 6h)'],
    ],
    [30 * HOUR_MS, ['webhook queue: 7 pending, the oldest for 60s, a next attempt only in 1d 6h (limit 6h)']],
  ])('when a next attempt lies more than 6 h ahead: %i ms', (ms, messages) => {
    const counts = { ...waiting, oldest_pending_ms: msAgo(MINUTE_MS), latest_next_attempt_ms: ahead(ms) };
    expect(overdue(counts)).toEqual(messages);
  });

  it.each([
    [900_000, 0, []],
    [901_000, 0, ['webhook queue: 7 pending, the oldest for 15m, none delivered in the last 15m']],
    [901_000, 1, []],
  ])(
    'when one older than the window waits and none was delivered in it: %i ms, %i delivered',
    (ms, count, messages) => {
      expect(overdue({ ...waiting, oldest_pending_ms: msAgo(ms), delivered_since: count })).toEqual(messages);
    },
  );

  it('for all three reasons at once: one issue that gives them all', () => {
    const counts = {
      future_retry: 5000,
      delivered_since: 0,
      oldest_pending_ms: msAgo(48 * HOUR_MS),
      latest_next_attempt_ms: ahead(48 * HOUR_MS),
    };
    expect(overdue(counts)).toEqual([
      'webhook queue: 5,000 pending, the oldest for 2d (limit 8h), a next attempt only in 2d (limit 6h), none delivered in the last 15m',
    ]);
  });

  it('each by itself, amber', () => {
    const old = makeReading(makeDeliveryQueue({ due_now: 1, oldest_pending_ms: msAgo(9 * HOUR_MS) }));
    const snapshot = judge(dynamicFleet({ webhook_deliveries: old, alert_deliveries: old }));
    expect(issuesOf('delivery_overdue', snapshot)).toMatchObject([
      { severity: 'amber', subject: 'webhook' },
      { severity: 'amber', subject: 'alert' },
    ]);
  });

  it('and is not when nothing is pending, or it could not be read', () => {
    expect(overdue({ oldest_pending_ms: msAgo(9 * HOUR_MS) })).toEqual([]);
    const snapshot = judge(dynamicFleet({ webhook_deliveries: failedReading() }));
    expect(issuesOf('delivery_overdue', snapshot)).toEqual([]);
  });

  it('by other limits where they are set', () => {
    const webhook_deliveries = makeReading(
      makeDeliveryQueue({
        due_now: 1,
        oldest_pending_ms: msAgo(61_000),
        latest_next_attempt_ms: ahead(31_000),
      }),
    );
    const limits = { delivery_overdue_sec: 60, delivery_retry_limit_sec: 30 };
    expect(issuesOf('delivery_overdue', judge(dynamicFleet({ webhook_deliveries }), limits))).toMatchObject([
      {
        message:
          'webhook queue: 1 pending, the oldest for 61s (limit 1m), a next attempt only in 31s (limit 30s)',
      },
    ]);
  });
});

describe('the named owner of delivery', () => {
  const set = (columns: ProcessOverrides) =>
    after(dynamicFleet(), setProcesses(columns, on('jetmon-deliverer-1')));

  it.each([
    ['has workers enabled', {}, 0],
    ['has stopped', { state: 'stopped' }, 1],
    ['is silent', { updated_at_ms: msAgo(601_000) }, 1],
    ['is there and has no workers enabled', { delivery_workers_enabled: false }, 1],
    ['is another host', { host_id: 'jetmon-deliverer-2' }, 1],
  ])('%s', (_, columns, count) => {
    expect(issuesOf('delivery_owner_absent', judge(set(columns)))).toHaveLength(count);
  });

  it('is named, amber', () => {
    const fleet = after(dynamicFleet(), deleteProcesses(on('jetmon-deliverer-1')));
    expect(issuesOf('delivery_owner_absent', judge(fleet))).toEqual([
      {
        code: 'delivery_owner_absent',
        severity: 'amber',
        subject: 'jetmon-deliverer-1',
        message: 'delivery owner jetmon-deliverer-1: no active process there has delivery workers enabled',
      },
    ]);
  });

  it('may be a monitor with workers, and blanks around its name do not count', () => {
    const fleet = after(
      dynamicFleet(),
      deleteProcesses(on('jetmon-deliverer-1')),
      setProcesses({ delivery_owner_host: ' jetmon-a ' }),
      setProcesses({ delivery_workers_enabled: true }, on('jetmon-a')),
    );
    expect(issuesOf('delivery_owner_absent', judge(fleet))).toEqual([]);
    expect(issuesOf('delivery_owner_mismatch', judge(fleet))).toEqual([]);
  });

  it('does not count when only stopped or silent processes name it', () => {
    const fleet = after(
      dynamicFleet(),
      setProcesses({ delivery_owner_host: 'x', state: 'stopped' }, on('jetmon-a')),
      setProcesses({ delivery_owner_host: 'x', updated_at_ms: msAgo(601_000) }, on('jetmon-b')),
    );
    expect(issuesOf('delivery_owner_absent', judge(fleet))).toEqual([]);
    expect(issuesOf('delivery_owner_mismatch', judge(fleet))).toEqual([]);
  });
});

describe('hosts at odds over who delivers', () => {
  it.each([
    [
      'processes name different owners, though their workers are off',
      { delivery_owner_host: 'jetmon-deliverer-2' },
      ['active processes name 2 owners: jetmon-deliverer-1 and jetmon-deliverer-2'],
    ],
    ['processes that name none do not count', { delivery_owner_host: '' }, []],
    [
      'a host delivers and names another',
      { delivery_workers_enabled: true },
      ['workers are enabled on jetmon-a, jetmon-b and jetmon-c, which name another owner'],
    ],
    [
      'both',
      { delivery_workers_enabled: true, delivery_owner_host: 'x' },
      [
        'active processes name 2 owners: jetmon-deliverer-1 and x; workers are enabled on jetmon-a, jetmon-b and jetmon-c, which name another owner',
      ],
    ],
    [
      'a host that delivers and names none is another trouble',
      { delivery_workers_enabled: true, delivery_owner_host: '' },
      [],
    ],
  ])('%s', (_, columns, texts) => {
    const fleet = after(dynamicFleet(), setProcesses(columns, isMonitor));
    const issues = issuesOf('delivery_owner_mismatch', judge(fleet));
    expect(issues.map((issue) => issue.message)).toEqual(texts.map((text) => `delivery owner: ${text}`));
    expect(issues.every(({ severity }) => severity === 'amber')).toBe(true);
  });

  it('one host is told in the singular', () => {
    const fleet = after(dynamicFleet(), setProcesses({ delivery_workers_enabled: true }, on('jetmon-a')));
    expect(issuesOf('delivery_owner_mismatch', judge(fleet))).toMatchObject([
      { message: 'delivery owner: workers are enabled on jetmon-a, which names another owner' },
    ]);
  });
});

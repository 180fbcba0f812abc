import { describe, expect, it } from 'vitest';
import type { DeliveryQueue } from '../../../../domain/delivery-queue.ts';
import {
  after,
  type Change,
  deleteProcesses,
  isMonitor,
  on,
  setProcesses,
  setWebhooks,
} from '../../../../testing/change-readings.ts';
import { causesOf } from '../../../../testing/find-issues.ts';
import { judge } from '../../../../testing/judge.ts';
import { makeDeliveryQueue } from '../../../../testing/make/make-delivery-queue.ts';
import { makeDeliverer } from '../../../../testing/make/make-process-health.ts';
import { makeReading } from '../../../../testing/make/make-reading.ts';
import { secondsAgo } from '../../../../testing/make/now.ts';
import { dynamicFleet } from '../../../../testing/states/base-fleets.ts';

const DUE: Partial<DeliveryQueue> = {
  due_now: 12,
  oldest_pending_ms: secondsAgo(180),
  oldest_due_ms: secondsAgo(180),
};
const OLD: Partial<DeliveryQueue> = { future_retry: 12, oldest_pending_ms: secondsAgo(36_000) };
const STOPPED = setProcesses({ state: 'stopped' }, on('jetmon-deliverer-1'));
const OFF = setProcesses({ delivery_workers_enabled: false }, on('jetmon-deliverer-1'));
const GONE = deleteProcesses(on('jetmon-deliverer-1'));
const UNNAMED = setProcesses({ delivery_owner_host: '' });
const causes = (...changes: Change[]) => judge(after(dynamicFleet(), ...changes)).causes;

describe('what waits and has no active worker is one cause: nothing will drain', () => {
  it('names the host that is the owner', () => {
    const snapshot = judge(after(dynamicFleet(), GONE, setWebhooks(DUE)));
    expect(snapshot.causes).toHaveLength(1);
    expect(causesOf('deliveries_stuck', snapshot)).toMatchObject([
      {
        severity: 'amber',
        subject: { kind: 'queue', ids: ['webhook'] },
        title: 'nothing will drain 12 deliveries',
        headline:
          'Nothing will drain 12 deliveries: jetmon-deliverer-1, named as owner, has no active worker',
        issues: ['delivery_queues', 'delivery_posture', 'delivery_owner_absent'],
        steps: [
          { on_host: 'jetmon-deliverer-1', command: { text: 'systemctl status jetmon-deliverer' } },
          { command: { kind: 'sql' } },
          { command: { kind: 'sql' } },
          { command: { text: 'systemctl start jetmon-deliverer' } },
        ],
      },
    ]);
  });

  it.each([
    [
      'several owners',
      [GONE, setProcesses({ delivery_owner_host: 'x' }, on('jetmon-a'))],
      'jetmon-deliverer-1 and x, named as owner, have no active worker',
    ],
    [
      'no owner: the deliverers that could be it',
      [STOPPED, UNNAMED],
      'no active process has its workers enabled; jetmon-deliverer-1 could be it',
    ],
    [
      'workers that are off',
      [OFF, UNNAMED],
      'no active process has its workers enabled; jetmon-deliverer-1 could be it',
    ],
    ['nobody', [GONE, UNNAMED], 'no active process has its workers enabled, and no deliverer is known'],
  ])('names %s', (_, changes, who) => {
    expect(causes(...changes, setWebhooks(DUE))).toMatchObject([
      { code: 'deliveries_stuck', headline: `Nothing will drain 12 deliveries: ${who}` },
    ]);
  });

  it('is told of overdue deliveries as of due ones, and of both queues', () => {
    const alert_deliveries = makeReading(makeDeliveryQueue(OLD));
    const fleet = after(dynamicFleet({ alert_deliveries }), GONE, UNNAMED, setWebhooks(OLD));
    expect(causesOf('deliveries_stuck', judge(fleet))).toMatchObject([
      {
        headline: expect.stringMatching(/^Nothing will drain 24 deliveries/),
        issues: ['delivery_posture', 'delivery_overdue', 'delivery_overdue'],
        subject: { ids: ['webhook', 'alert'] },
      },
    ]);
  });

  it('is told of a single delivery in the singular', () => {
    expect(causes(GONE, setWebhooks({ ...DUE, due_now: 1 }))).toMatchObject([
      { title: 'nothing will drain 1 delivery' },
    ]);
  });

  it('is not told while nothing waits', () => {
    expect(causes(GONE).map(({ code }) => code)).toEqual(['delivery_owner_absent']);
  });
});

describe('what waits while a worker drains it', () => {
  it('is told with who does', () => {
    expect(causes(setWebhooks(DUE))).toMatchObject([
      {
        code: 'delivery_queues',
        subject: { kind: 'queue', ids: ['webhook'] },
        title: '12 deliveries are due, the oldest for 3m',
        headline: '12 deliveries are due, the oldest for 3m; jetmon-deliverer-1 is to deliver them',
      },
    ]);
  });

  it('by several is told in the plural', () => {
    const two = setProcesses(
      { delivery_workers_enabled: true, delivery_owner_host: 'jetmon-a' },
      on('jetmon-a'),
    );
    expect(causes(setWebhooks({ ...DUE, due_now: 1 }), two)[0]).toMatchObject({
      headline: '1 delivery is due, the oldest for 3m; jetmon-a and jetmon-deliverer-1 are to deliver them',
    });
  });

  it('and is overdue is told by that', () => {
    const snapshot = judge(
      after(dynamicFleet(), setWebhooks({ ...OLD, ...DUE, oldest_pending_ms: secondsAgo(36_000) })),
    );
    expect(snapshot.causes).toHaveLength(1);
    expect(causesOf('delivery_overdue', snapshot)).toMatchObject([
      {
        title: 'webhook deliveries are overdue',
        headline:
          'Webhook queue: 24 pending, the oldest for 10h (limit 8h); jetmon-deliverer-1 is to deliver them',
        issues: ['delivery_queues', 'delivery_overdue'],
      },
    ]);
  });
});

describe('deliveries that went wrong', () => {
  it('are a cause of their own, red, beside those that wait', () => {
    const failed = setWebhooks({ ...DUE, failed_since: 3 });
    expect(causes(GONE, failed).map(({ code, severity }) => [code, severity])).toEqual([
      ['delivery_queues', 'red'],
      ['deliveries_stuck', 'amber'],
    ]);
    expect(causes(failed)).toMatchObject([
      { headline: 'Deliveries: 3 failed, 12 due', subject: { kind: 'queue' } },
    ]);
  });
});

describe('who delivers', () => {
  it('answered in several ways is one cause', () => {
    const rows = [makeDeliverer({ host_id: 'x', delivery_owner_host: '' })];
    const fleet = dynamicFleet();
    const process_health = makeReading([...fleet.process_health.value, ...rows]);
    const snapshot = judge(
      after({ ...fleet, process_health }, setProcesses({ delivery_owner_host: 'y' }, isMonitor)),
    );
    expect(snapshot.causes).toHaveLength(1);
    expect(causesOf('delivery_posture', snapshot)).toMatchObject([
      {
        subject: { kind: 'host' },
        headline:
          'Who delivers is not clear: delivery workers without DELIVERY_OWNER_HOST on x, while others name jetmon-deliverer-1; y is named as delivery owner and has no active workers; active processes name 2 owners: jetmon-deliverer-1 and y',
        issues: ['delivery_posture', 'delivery_owner_absent', 'delivery_owner_mismatch'],
      },
    ]);
  });
});

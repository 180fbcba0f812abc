import { describe, expect, it } from 'vitest';
import {
  deleteProcesses,
  on,
  setProcesses,
  setReadings,
  setWebhooks,
} from '../../testing/change-readings.ts';
import { checklistRow } from '../../testing/checklist-row.ts';
import { makeDeliveryQueue } from '../../testing/make/make-delivery-queue.ts';
import { failedReading, makeReading } from '../../testing/make/make-reading.ts';
import { secondsAgo } from '../../testing/make/now.ts';

describe('queues', () => {
  const FAILED = failedReading();
  it.each([
    ['due', [setWebhooks({ due_now: 5, future_retry: 1000 })], 'amber', '5 due, 1,005 pending'],
    [
      'gone wrong',
      [setWebhooks({ failed_since: 2, abandoned_since: 3 })],
      'red',
      '0 due, 0 pending, 2 failed, 3 abandoned',
    ],
    [
      'overdue',
      [setWebhooks({ future_retry: 5, oldest_pending_ms: secondsAgo(30_000) })],
      'amber',
      '0 due, 5 pending; 1 queue overdue',
    ],
    [
      'one not read',
      [setReadings({ webhook_deliveries: FAILED })],
      'red',
      '0 due, 0 pending; webhook deliveries could not be read',
    ],
    [
      'none read',
      [setReadings({ webhook_deliveries: FAILED, alert_deliveries: FAILED })],
      'red',
      'webhook deliveries could not be read; alert deliveries could not be read',
    ],
  ] as const)('%s', (_, changes, status, fact) => {
    expect(checklistRow('queues', changes)).toMatchObject({ status, fact });
  });
});

describe('delivery owner', () => {
  const nobody = [deleteProcesses(on('jetmon-deliverer-1')), setProcesses({ delivery_owner_host: '' })];
  const unread = setReadings({ webhook_deliveries: failedReading(), alert_deliveries: failedReading() });
  it.each([
    [
      'nobody delivers, and nothing is queued',
      nobody,
      'green',
      'no active process has delivery workers enabled',
    ],
    [
      'nobody delivers, and whether anything is queued is not known: pending that could not be read is not 0',
      [...nobody, unread],
      'unknown',
      'no active process has delivery workers enabled, and whether any is queued is not known',
    ],
    [
      'nobody delivers, and one queue could not be read',
      [...nobody, setReadings({ alert_deliveries: failedReading() })],
      'unknown',
      'no active process has delivery workers enabled, and whether any is queued is not known',
    ],
    [
      'nobody delivers, one queue could not be read, and in the other something waits',
      [
        ...nobody,
        setReadings({
          alert_deliveries: failedReading(),
          webhook_deliveries: makeReading(makeDeliveryQueue({ due_now: 1 })),
        }),
      ],
      'amber',
      '1 delivery is queued and no active process has delivery workers enabled',
    ],
    [
      'somebody delivers, whatever could be read',
      [unread],
      'green',
      "deliveries are jetmon-deliverer-1's alone",
    ],
    [
      'the owner is absent, though posture alone is green',
      [deleteProcesses(on('jetmon-deliverer-1'))],
      'amber',
      'jetmon-deliverer-1 is named as delivery owner and has no active workers',
    ],
  ] as const)('%s', (_, changes, status, fact) => {
    expect(checklistRow('delivery_owner', changes)).toMatchObject({ status, fact });
  });
});

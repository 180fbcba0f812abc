import { describe, expect, it } from 'vitest';
import type { DeliveryPosture } from '../../contract/delivery.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { DeliveryQueue } from '../../domain/delivery-queue.ts';
import type { Reading } from '../../domain/reading.ts';
import { makeDeliveryQueue } from '../../testing/make/make-delivery-queue.ts';
import { failedReading, makeReading } from '../../testing/make/make-reading.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { judgeDelivery, judgeQueue } from './delivery.ts';

const POSTURE: Closed<DeliveryPosture> = {
  status: 'amber',
  code: 'owner_unset',
  enabled_process_count: 1,
  enabled_hosts: ['a'],
  owner_hosts: [],
  message: 'as judged elsewhere',
};

function judge(
  webhook: Reading<DeliveryQueue>,
  alert: Reading<DeliveryQueue> = makeReading(makeDeliveryQueue()),
) {
  const tables = [judgeQueue('webhook', webhook, NOW_MS).table, judgeQueue('alert', alert, NOW_MS).table];
  return judgeDelivery(tables, POSTURE, NOW_MS - 900_000);
}

function queue(overrides: Partial<DeliveryQueue>): Reading<DeliveryQueue> {
  return makeReading(makeDeliveryQueue(overrides));
}

describe('the status of delivery', () => {
  it.each([
    ['nothing waits', {}, 'green'],
    ['a retry waits for its time', { future_retry: 1 }, 'green'],
    ['one delivery is due', { due_now: 1 }, 'amber'],
    ['one was abandoned', { abandoned_since: 1 }, 'red'],
    ['one failed', { failed_since: 1 }, 'red'],
    ['one failed and one is due', { failed_since: 1, due_now: 1 }, 'red'],
  ])('when %s', (_, overrides, status) => {
    expect(judge(queue(overrides)).status).toBe(status);
    expect(judge(queue({}), queue(overrides)).status).toBe(status);
  });

  it('is red when a table could not be read, though the other is fine', () => {
    expect(judge(failedReading()).status).toBe('red');
    expect(judge(queue({}), failedReading()).status).toBe('red');
  });
});

describe('one table', () => {
  it('that was read has its pending deliveries counted as due or to be retried', () => {
    const read = queue({
      due_now: 3,
      future_retry: 4,
      delivered_since: 5,
      abandoned_since: 6,
      failed_since: 7,
    });
    expect(judgeQueue('alert', read, NOW_MS).table).toEqual({
      kind: 'alert',
      pending: 7,
      due_now: 3,
      future_retry: 4,
      delivered_since: 5,
      abandoned_since: 6,
      failed_since: 7,
      oldest_pending_age_sec: 0,
      oldest_due_age_sec: 0,
    });
  });

  it('has the ages of its oldest deliveries rounded to the nearest second', () => {
    const read = queue({ oldest_pending_ms: NOW_MS - 90_500, oldest_due_ms: NOW_MS - 30_499 });
    expect(judgeQueue('webhook', read, NOW_MS).table).toMatchObject({
      oldest_pending_age_sec: 91,
      oldest_due_age_sec: 30,
    });
  });

  it('with a delivery created ahead of the clock has an age of 0', () => {
    expect(judgeQueue('webhook', queue({ oldest_pending_ms: NOW_MS + 5000 }), NOW_MS).table).toMatchObject({
      oldest_pending_age_sec: 0,
    });
  });

  it('that could not be read has an error and no numbers, not zeros', () => {
    expect(judgeQueue('webhook', failedReading(), NOW_MS).table).toEqual({
      kind: 'webhook',
      error: 'webhook deliveries could not be read',
      pending: null,
      due_now: null,
      future_retry: null,
      delivered_since: null,
      abandoned_since: null,
      failed_since: null,
      oldest_pending_age_sec: null,
      oldest_due_age_sec: null,
    });
  });
});

describe('the queues together', () => {
  it('are the sums of the counts and the greatest of the ages', () => {
    const webhook = makeDeliveryQueue({
      due_now: 1,
      future_retry: 2,
      delivered_since: 3,
      abandoned_since: 4,
      failed_since: 5,
      oldest_pending_ms: NOW_MS - 70_000,
      oldest_due_ms: NOW_MS - 10_000,
    });
    const alert = makeDeliveryQueue({
      due_now: 10,
      future_retry: 20,
      delivered_since: 30,
      abandoned_since: 40,
      failed_since: 50,
      oldest_pending_ms: NOW_MS - 60_000,
      oldest_due_ms: NOW_MS - 20_000,
    });
    expect(judge(makeReading(webhook), makeReading(alert))).toMatchObject({
      since: '2026-04-30T13:45:00Z',
      pending: 33,
      due_now: 11,
      future_retry: 22,
      delivered_since: 33,
      abandoned_since: 44,
      failed_since: 55,
      oldest_pending_age_sec: 70,
      oldest_due_age_sec: 20,
    });
  });

  it('are reported one by one, webhooks first, with the posture as judged', () => {
    const { tables, posture } = judge(queue({ delivered_since: 1 }), queue({ delivered_since: 2 }));
    expect(tables.map(({ kind, delivered_since }) => [kind, delivered_since])).toEqual([
      ['webhook', 1],
      ['alert', 2],
    ]);
    expect(posture).toEqual(POSTURE);
  });

  it('carry no error when both were read', () => {
    expect(judge(queue({}))).not.toHaveProperty('error');
  });

  it('still count the one that was read when the other could not be', () => {
    expect(judge(queue({ due_now: 3, oldest_due_ms: NOW_MS - 9000 }), failedReading())).toMatchObject({
      error: 'alert deliveries could not be read',
      pending: 3,
      due_now: 3,
      delivered_since: 42,
      failed_since: 0,
      oldest_due_age_sec: 9,
    });
  });

  it('have no numbers when neither was read, and the error names both', () => {
    expect(judge(failedReading(), failedReading())).toMatchObject({
      error: 'webhook deliveries could not be read; alert deliveries could not be read',
      pending: null,
      due_now: null,
      delivered_since: null,
      failed_since: null,
      oldest_pending_age_sec: null,
    });
  });
});

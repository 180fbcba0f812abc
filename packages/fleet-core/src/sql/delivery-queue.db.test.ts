import { beforeEach, describe, expect, it } from 'vitest';
import { useQueriedDatabase } from '../testing/database/use-queried-database.ts';
import { NOW_MS } from '../testing/make/now.ts';
import { deliveryColumns } from '../testing/states/required-columns.ts';
import { deliveryQueue, deliveryQueues } from './delivery-queue.ts';
import { TABLE_NAMES } from './schema/table-names.ts';

const SINCE_MS = NOW_MS - 900_000;
const LONG_AGO = NOW_MS - 86_400_000;
const EMPTY = {
  due_now: 0,
  future_retry: 0,
  delivered_since: 0,
  abandoned_since: 0,
  failed_since: 0,
  oldest_pending_ms: null,
  oldest_due_ms: null,
  latest_next_attempt_ms: null,
};

const { database, insert, run } = useQueriedDatabase();

describe.each(['webhook', 'alert'] as const)('the queue of %s deliveries', (kind) => {
  const table = `jetmon_${kind}_deliveries`;
  beforeEach(() => database().admin.query(`TRUNCATE TABLE ${table}`));

  /** Writes the zero date into these columns of what is there already, as a lax server lets its clients. */
  const zero = async (...columns: string[]) => {
    const writer = await database().admin.getConnection();
    await writer.query("SET sql_mode = ''");
    const values = columns.map((column) => `${column} = '0000-00-00 00:00:00'`);
    await writer.query(`UPDATE ${table} SET ${values.join(', ')}`);
    writer.destroy();
  };

  const put = (status: string, times: Record<string, number | null>) =>
    insert(table, deliveryColumns(kind, status, { created_at: LONG_AGO, ...times }));
  const read = (nowMs = NOW_MS, sinceMs = SINCE_MS) => run(deliveryQueue(table, nowMs, sinceMs));

  it('of an empty table counts zero and has no oldest delivery', async () => {
    expect(await read()).toEqual(EMPTY);
  });

  it.each([
    ['without a time for its next attempt is due', null, { due_now: 1, oldest_due_ms: LONG_AGO }],
    [
      'whose next attempt is a second ago is due',
      NOW_MS - 1000,
      { due_now: 1, oldest_due_ms: NOW_MS - 1000 },
    ],
    ['whose next attempt is exactly now is due', NOW_MS, { due_now: 1, oldest_due_ms: NOW_MS }],
    ['whose next attempt is in a second is to be retried', NOW_MS + 1000, { future_retry: 1 }],
  ])('a pending delivery %s', async (_, next_attempt_at, counted) => {
    await put('pending', { next_attempt_at });
    const latest_next_attempt_ms = next_attempt_at;
    expect(await read()).toEqual({
      ...EMPTY,
      oldest_pending_ms: LONG_AGO,
      latest_next_attempt_ms,
      ...counted,
    });
  });

  it('a fraction of a second of now makes nothing due early', async () => {
    await put('pending', { next_attempt_at: NOW_MS + 1000 });
    expect(await read(NOW_MS + 999)).toMatchObject({ due_now: 0, future_retry: 1 });
    expect(await read(NOW_MS + 1000)).toMatchObject({ due_now: 1, future_retry: 0 });
  });

  it.each(['delivered', 'failed', 'abandoned'])(
    'a %s delivery is neither due nor pending, though it has a next attempt',
    async (status) => {
      await put(status, {
        next_attempt_at: NOW_MS - 1000,
        last_attempt_at: LONG_AGO,
        delivered_at: LONG_AGO,
      });
      expect(await read()).toEqual(EMPTY);
    },
  );

  it.each([
    ['exactly at the beginning of the window counts', SINCE_MS, 1],
    ['a second before the window does not', SINCE_MS - 1000, 0],
    ['just now counts', NOW_MS, 1],
    ['at no known time does not', null, 0],
  ])('delivered %s', async (_, delivered_at, delivered_since) => {
    await put('delivered', { delivered_at, created_at: NOW_MS, last_attempt_at: NOW_MS });
    expect(await read()).toEqual({ ...EMPTY, delivered_since });
  });

  it('a window that begins within a second leaves out what that second began with', async () => {
    await put('delivered', { delivered_at: SINCE_MS });
    expect(await read(NOW_MS, SINCE_MS + 1)).toMatchObject({ delivered_since: 0 });
  });

  it.each(['failed', 'abandoned'])(
    '%s deliveries count by their last attempt, else by creation',
    async (status) => {
      const counted = async () => Reflect.get(await read(), `${status}_since`);
      await put(status, { last_attempt_at: SINCE_MS });
      expect(await counted()).toBe(1);
      await put(status, { last_attempt_at: SINCE_MS - 1000 });
      expect(await counted()).toBe(1);
      await put(status, { last_attempt_at: SINCE_MS - 1000, created_at: NOW_MS });
      expect(await counted()).toBe(1);
      await put(status, { last_attempt_at: null, created_at: SINCE_MS });
      expect(await counted()).toBe(2);
      await put(status, { last_attempt_at: null, created_at: SINCE_MS - 1000 });
      expect(await read()).toEqual({ ...EMPTY, [`${status}_since`]: 2 });
    },
  );

  it('a time ahead, written by a wrong clock, is recent for one window and no longer', async () => {
    const aheadMs = 2 * NOW_MS - SINCE_MS;
    await put('delivered', { delivered_at: aheadMs });
    await put('failed', { last_attempt_at: aheadMs });
    await put('abandoned', { last_attempt_at: null, created_at: aheadMs });
    expect(await read()).toMatchObject({ delivered_since: 1, failed_since: 1, abandoned_since: 1 });
    await put('delivered', { delivered_at: aheadMs + 1000 });
    await put('failed', { last_attempt_at: aheadMs + 1000 });
    await put('abandoned', { last_attempt_at: null, created_at: aheadMs + 1000 });
    expect(await read()).toMatchObject({ delivered_since: 1, failed_since: 1, abandoned_since: 1 });
  });

  it('the latest next attempt is the one planned last of all that is pending, due or not', async () => {
    await put('pending', { next_attempt_at: NOW_MS - 1000 });
    expect(await read()).toMatchObject({ latest_next_attempt_ms: NOW_MS - 1000 });
    await put('pending', { next_attempt_at: NOW_MS + 45_000 });
    await put('pending', { next_attempt_at: null });
    await put('abandoned', { next_attempt_at: NOW_MS + 99_000, last_attempt_at: LONG_AGO });
    expect(await read()).toMatchObject({ latest_next_attempt_ms: NOW_MS + 45_000 });
  });

  it('the oldest pending delivery is the one created first, due or not', async () => {
    await put('pending', { created_at: NOW_MS - 60_000, next_attempt_at: NOW_MS - 1000 });
    await put('pending', { created_at: NOW_MS - 90_000, next_attempt_at: NOW_MS + 60_000 });
    await put('delivered', { created_at: NOW_MS - 99_000, delivered_at: NOW_MS });
    expect(await read()).toMatchObject({ oldest_pending_ms: NOW_MS - 90_000, oldest_due_ms: NOW_MS - 1000 });
  });

  it('the oldest due delivery is by its next attempt, or by creation where there is none', async () => {
    await put('pending', { created_at: NOW_MS - 50_000, next_attempt_at: null });
    expect(await read()).toMatchObject({ oldest_due_ms: NOW_MS - 50_000 });
    await put('pending', { created_at: NOW_MS - 99_000, next_attempt_at: NOW_MS - 40_000 });
    expect(await read()).toMatchObject({ oldest_due_ms: NOW_MS - 50_000 });
    await put('pending', { created_at: NOW_MS - 99_000, next_attempt_at: NOW_MS - 60_000 });
    expect(await read()).toMatchObject({ due_now: 3, oldest_due_ms: NOW_MS - 60_000 });
  });

  describe('with a zero date in place of a time', () => {
    it('a next attempt counts as none, and hides neither the oldest that is due nor one without a time', async () => {
      await put('pending', { created_at: NOW_MS - 50_000, next_attempt_at: NOW_MS });
      await zero('next_attempt_at');
      expect(await read()).toMatchObject({
        due_now: 1,
        future_retry: 0,
        oldest_due_ms: NOW_MS - 50_000,
        latest_next_attempt_ms: null,
      });
      await put('pending', { created_at: NOW_MS - 99_000, next_attempt_at: NOW_MS - 40_000 });
      expect(await read()).toMatchObject({ due_now: 2, oldest_due_ms: NOW_MS - 50_000 });
      await put('pending', { created_at: NOW_MS - 99_000, next_attempt_at: NOW_MS - 7_200_000 });
      expect(await read()).toMatchObject({ due_now: 3, oldest_due_ms: NOW_MS - 7_200_000 });
      await put('pending', { created_at: NOW_MS - 8_000_000, next_attempt_at: null });
      expect(await read()).toMatchObject({ due_now: 4, oldest_due_ms: NOW_MS - 8_000_000 });
    });

    it('a creation is not known, and hides no other that is', async () => {
      await put('pending', { next_attempt_at: null });
      await zero('created_at');
      expect(await read()).toMatchObject({ due_now: 1, oldest_pending_ms: null, oldest_due_ms: null });
      await put('pending', { created_at: NOW_MS - 60_000, next_attempt_at: null });
      expect(await read()).toMatchObject({
        due_now: 2,
        oldest_pending_ms: NOW_MS - 60_000,
        oldest_due_ms: NOW_MS - 60_000,
      });
    });

    it.each(['failed', 'abandoned'])('a last attempt of %s deliveries counts as none', async (status) => {
      await put(status, { created_at: SINCE_MS, last_attempt_at: NOW_MS });
      await put(status, { created_at: SINCE_MS - 1000, last_attempt_at: NOW_MS });
      await zero('last_attempt_at');
      expect(await read()).toEqual({ ...EMPTY, [`${status}_since`]: 1 });
      await zero('created_at');
      expect(await read()).toEqual(EMPTY);
    });

    it('nothing was delivered at it', async () => {
      await put('delivered', { delivered_at: NOW_MS });
      await zero('delivered_at');
      expect(await read()).toEqual(EMPTY);
    });
  });
});

it('both queues in one statement are each as it is by itself', async () => {
  const { webhook_deliveries, alert_deliveries } = TABLE_NAMES.jetmon;
  for (const table of [webhook_deliveries, alert_deliveries])
    await database().admin.query(`TRUNCATE TABLE ${table}`);
  const put = (kind: 'webhook' | 'alert', status: string, ageMs: number, next_attempt_at: number | null) =>
    insert(
      `jetmon_${kind}_deliveries`,
      deliveryColumns(kind, status, {
        created_at: NOW_MS - ageMs,
        delivered_at: NOW_MS - ageMs,
        next_attempt_at,
      }),
    );
  await put('webhook', 'pending', 60_000, null);
  await put('webhook', 'pending', 90_000, NOW_MS + 30_000);
  await put('webhook', 'abandoned', 30_000, null);
  await put('alert', 'pending', 20_000, NOW_MS - 10_000);
  await put('alert', 'delivered', 20_000, null);
  await put('alert', 'failed', 20_000, null);

  const both = await run(deliveryQueues(TABLE_NAMES.jetmon, NOW_MS, SINCE_MS));
  expect(both).toEqual({
    webhook: await run(deliveryQueue(webhook_deliveries, NOW_MS, SINCE_MS)),
    alert: await run(deliveryQueue(alert_deliveries, NOW_MS, SINCE_MS)),
  });
  expect(both).toMatchObject({
    webhook: { due_now: 1, future_retry: 1, abandoned_since: 1 },
    alert: { due_now: 1, delivered_since: 1, failed_since: 1 },
  });
});

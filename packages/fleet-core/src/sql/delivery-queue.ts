import * as z from 'zod/mini';
import { Count } from '../contract/scalars.ts';
import type { DeliveryQueue } from '../domain/delivery-queue.ts';
import { toUtcDateTime } from '../domain/instant.ts';
import { oneRow, type Query, UtcTimeOrNull } from './query.ts';
import type { TableNames } from './schema/table-names.ts';
import { oldestUnscheduled } from './sites/oldest-unscheduled.ts';
import { hasNoTime, hasTime } from './zero-date.ts';

const Row = z.object({
  due_scheduled: Count,
  due_unscheduled: Count,
  future_retry: Count,
  delivered_since: Count,
  abandoned_since: Count,
  failed_since: Count,
  oldest_pending: UtcTimeOrNull,
  oldest_due_scheduled: UtcTimeOrNull,
  oldest_due_unscheduled: UtcTimeOrNull,
  latest_next_attempt: UtcTimeOrNull,
});

/**
 * All that is counted in one delivery table, in one round trip. A count reads one range of one index and no
 * row; a least value is read at the edge of one. Years of delivered rows cost nothing, and each pending row is
 * counted once. Retries are due at `nowMs`; recent means since `sinceMs`.
 */
export function deliveryQueue(table: string, nowMs: number, sinceMs: number): Query<DeliveryQueue> {
  return {
    sql: `SELECT ${countsOf(table)}`,
    params: timesOf(nowMs, sinceMs),
    read: (rows) => toDeliveryQueue(oneRow(Row, rows)),
  };
}

/** Both delivery tables as `deliveryQueue` counts each, in one statement: what ails one of them fails it for both. */
export function deliveryQueues(
  tables: TableNames,
  nowMs: number,
  sinceMs: number,
): Query<{ readonly webhook: DeliveryQueue; readonly alert: DeliveryQueue }> {
  const times = timesOf(nowMs, sinceMs);
  return {
    sql: `SELECT 'webhook' AS queue, ${countsOf(tables.webhook_deliveries)}
UNION ALL
SELECT 'alert' AS queue, ${countsOf(tables.alert_deliveries)}`,
    params: [...times, ...times],
    read(rows) {
      const found = z.array(z.looseObject({ queue: z.string() })).parse(rows);
      const rowOf = (name: string) =>
        oneRow(
          Row,
          found.filter(({ queue }) => queue === name),
        );
      return { webhook: toDeliveryQueue(rowOf('webhook')), alert: toDeliveryQueue(rowOf('alert')) };
    },
  };
}

function countsOf(table: string): string {
  const isScheduled = hasTime('next_attempt_at');
  return `
  (SELECT COUNT(*) FROM ${table} WHERE status = 'pending' AND ${isScheduled} AND next_attempt_at <= ?) AS due_scheduled,
  (SELECT COUNT(*) FROM ${table} WHERE status = 'pending' AND ${hasNoTime('next_attempt_at')}) AS due_unscheduled,
  (SELECT COUNT(*) FROM ${table} WHERE status = 'pending' AND next_attempt_at > ?) AS future_retry,
  (SELECT COUNT(*) FROM ${table} WHERE status = 'delivered' AND delivered_at BETWEEN ? AND ?) AS delivered_since,
  ${endedSince(table, 'abandoned')} AS abandoned_since,
  ${endedSince(table, 'failed')} AS failed_since,
  (SELECT MIN(created_at) FROM ${table} WHERE status = 'pending' AND ${hasTime('created_at')}) AS oldest_pending,
  (SELECT MIN(next_attempt_at) FROM ${table} WHERE status = 'pending' AND ${isScheduled} AND next_attempt_at <= ?) AS oldest_due_scheduled,
  ${oldestUnscheduled(table)} AS oldest_due_unscheduled,
  (SELECT MAX(next_attempt_at) FROM ${table} WHERE status = 'pending') AS latest_next_attempt`;
}

/** The parameters of `countsOf`, in their order. */
function timesOf(nowMs: number, sinceMs: number): string[] {
  const now = toUtcDateTime(nowMs);
  const since = toUtcDateTime(sinceMs);
  // A time ahead, written by a wrong clock, is recent for no longer than one that is past.
  const until = toUtcDateTime(nowMs + (nowMs - sinceMs));
  return [now, now, ...Array(5).fill([since, until]).flat(), now];
}

/** Rows that ended this way, by their last attempt, or by their creation when none was recorded. */
function endedSince(table: string, status: 'abandoned' | 'failed'): string {
  return `(SELECT COUNT(*) FROM ${table} WHERE status = '${status}' AND last_attempt_at BETWEEN ? AND ?)
  + (SELECT COUNT(*) FROM ${table} WHERE status = '${status}' AND ${hasNoTime('last_attempt_at')} AND created_at BETWEEN ? AND ?)`;
}

function toDeliveryQueue(row: z.infer<typeof Row>): DeliveryQueue {
  const dueTimes = [row.oldest_due_scheduled, row.oldest_due_unscheduled].filter((time) => time !== null);
  return {
    due_now: row.due_scheduled + row.due_unscheduled,
    future_retry: row.future_retry,
    delivered_since: row.delivered_since,
    abandoned_since: row.abandoned_since,
    failed_since: row.failed_since,
    oldest_pending_ms: row.oldest_pending,
    oldest_due_ms: dueTimes.length === 0 ? null : Math.min(...dueTimes),
    latest_next_attempt_ms: row.latest_next_attempt,
  };
}

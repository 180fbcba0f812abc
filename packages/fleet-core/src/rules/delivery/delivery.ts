import type { Delivery, DeliveryKind, DeliveryPosture, DeliveryTable } from '../../contract/delivery.ts';
import type { Level } from '../../contract/level.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { DeliveryQueue } from '../../domain/delivery-queue.ts';
import { toInstant } from '../../domain/instant.ts';
import type { Reading } from '../../domain/reading.ts';
import { ageSec } from '../processes/heartbeat.ts';

type Numbers = Omit<DeliveryTable, 'kind' | 'error' | 'trend'>;

const NOT_READ: Numbers = {
  pending: null,
  due_now: null,
  future_retry: null,
  delivered_since: null,
  abandoned_since: null,
  failed_since: null,
  oldest_pending_age_sec: null,
  oldest_due_age_sec: null,
};

/** One outbound queue, with what the snapshot's table does not tell. */
export type JudgedQueue = {
  readonly table: Closed<DeliveryTable>;
  /** Seconds until the latest planned attempt; null when none lies ahead or the queue was not read. */
  readonly retry_ahead_sec: number | null;
};

/** Judges one outbound queue; a queue that was not read has no numbers, not zeros. */
export function judgeQueue(kind: DeliveryKind, reading: Reading<DeliveryQueue>, nowMs: number): JudgedQueue {
  if (!reading.ok) {
    const table = { kind, error: `${kind} deliveries could not be read`, ...NOT_READ };
    return { table, retry_ahead_sec: null };
  }
  const { oldest_pending_ms, oldest_due_ms, latest_next_attempt_ms, ...counts } = reading.value;
  const aheadSec = latest_next_attempt_ms === null ? 0 : ageSec(latest_next_attempt_ms, nowMs);
  return {
    table: {
      kind,
      pending: counts.due_now + counts.future_retry,
      ...counts,
      oldest_pending_age_sec: oldest_pending_ms === null ? 0 : ageSec(nowMs, oldest_pending_ms),
      oldest_due_age_sec: oldest_due_ms === null ? 0 : ageSec(nowMs, oldest_due_ms),
    },
    retry_ahead_sec: aheadSec > 0 ? aheadSec : null,
  };
}

/** The queues together: what was read is summed, what was not makes the section red. */
export function judgeDelivery(
  tables: readonly Closed<DeliveryTable>[],
  posture: Closed<DeliveryPosture>,
  sinceMs: number,
): Closed<Delivery> {
  const numbers = sumTables(tables);
  const unread = tables.filter((table) => table.error !== undefined);
  const error = unread.length === 0 ? {} : { error: unread.map((table) => table.error).join('; ') };
  return {
    status: queueLevel(numbers, unread.length > 0),
    ...error,
    since: toInstant(sinceMs),
    ...numbers,
    tables: [...tables],
    posture,
  };
}

function queueLevel(numbers: Numbers, someUnread: boolean): Level {
  if (someUnread || (numbers.abandoned_since ?? 0) + (numbers.failed_since ?? 0) > 0) return 'red';
  return (numbers.due_now ?? 0) > 0 ? 'amber' : 'green';
}

/** Counts added up and the greatest ages, over the tables that were read. */
export function sumTables(tables: readonly Closed<DeliveryTable>[]): Numbers {
  const sum = (field: keyof Numbers) => fold(tables, field, (a, b) => a + b);
  const greatest = (field: keyof Numbers) => fold(tables, field, Math.max);
  return {
    pending: sum('pending'),
    due_now: sum('due_now'),
    future_retry: sum('future_retry'),
    delivered_since: sum('delivered_since'),
    abandoned_since: sum('abandoned_since'),
    failed_since: sum('failed_since'),
    oldest_pending_age_sec: greatest('oldest_pending_age_sec'),
    oldest_due_age_sec: greatest('oldest_due_age_sec'),
  };
}

function fold(
  tables: readonly Closed<DeliveryTable>[],
  field: keyof Numbers,
  join: (a: number, b: number) => number,
): number | null {
  const read = tables.flatMap((table) => table[field] ?? []);
  return read.length === 0 ? null : read.reduce((a, b) => join(a, b));
}

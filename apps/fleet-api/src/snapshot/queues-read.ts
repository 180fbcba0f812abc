import type { DeliveryQueue } from 'fleet-core/domain/delivery-queue';
import { deliveryQueue, deliveryQueues } from 'fleet-core/sql/delivery-queue';
import type { TableNames } from 'fleet-core/sql/schema/table-names';
import type { Database } from '../database/database.ts';
import { startStopwatch } from '../stopwatch.ts';
import { QUICK_MS } from './opening-read.ts';

type Queues = { readonly webhook: DeliveryQueue; readonly alert: DeliveryQueue };

/** Each queue's counts, or why they could not be had; either may fail alone. */
export type QueueReads = { readonly [Name in keyof Queues]: Promise<DeliveryQueue> };

/** Begins to read both queues. `isDatabaseQuick`: what was read just before came at once. */
export type ReadQueues = (nowMs: number, remainingMs: () => number, isDatabaseQuick: boolean) => QueueReads;

/** The part of the time left that both together may take, so that each by itself can be tried in the rest of it. */
const SHARE_TOGETHER = 1 / 3;

/**
 * Reads both queues in one statement while that costs neither of them anything: each was read and quick the last time.
 * Otherwise, and at once when the one statement fails, each is read by itself, side by side.
 */
export function createQueuesRead(
  database: Database,
  tables: TableNames,
  recentMs: number,
  quickMs = QUICK_MS,
): ReadQueues {
  let areQuick = false;

  return (nowMs, remainingMs, isDatabaseQuick) => {
    const sinceMs = nowMs - recentMs;
    const durationMs = startStopwatch();
    const each = (table: string) => database.read(deliveryQueue(table, nowMs, sinceMs), remainingMs());
    const eachAlone = () => ({
      webhook: each(tables.webhook_deliveries),
      alert: each(tables.alert_deliveries),
    });
    const together = () =>
      database.read(deliveryQueues(tables, nowMs, sinceMs), remainingMs() * SHARE_TOGETHER);

    const reads = areQuick && isDatabaseQuick ? apart(together(), eachAlone) : eachAlone();
    areQuick = false;
    Promise.all([reads.webhook, reads.alert]).then(
      () => {
        areQuick = durationMs() < quickMs;
      },
      () => {},
    );
    return reads;
  };
}

/** Both queues of one read; what fails together is read as `eachAlone` does. */
function apart(together: Promise<Queues>, eachAlone: () => QueueReads): QueueReads {
  const alone = together.then(() => undefined, eachAlone);
  const counts = async (name: keyof Queues) => (await alone)?.[name] ?? (await together)[name];
  return { webhook: counts('webhook'), alert: counts('alert') };
}

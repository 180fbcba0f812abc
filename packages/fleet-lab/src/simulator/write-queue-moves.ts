import type { DeliveryKind } from 'fleet-core/contract/delivery';
import type { Pool, RowDataPacket } from 'mysql2/promise';
import { insertRows } from '../state/insert-rows.ts';
import { deliveryValues } from '../state/row-values.ts';
import type { QueueCounts, QueueMoves } from './queue-step.ts';

/** Seconds before a retry is due at which it is tried, in vain, and put off. */
const RETRY_EARLY_SEC = 5;
const RETRY_AGAIN_SEC = 240;

/** Counts a queue's rows on the database's clock. */
export async function countQueue(admin: Pool, table: string): Promise<QueueCounts> {
  const [rows] = await admin.query<RowDataPacket[]>(
    `SELECT COALESCE(SUM(status = 'pending' AND (next_attempt_at IS NULL OR next_attempt_at <= NOW())), 0) AS due,
            COALESCE(SUM(status = 'delivered'), 0) AS delivered,
            COALESCE(SUM(status IN ('failed', 'abandoned')), 0) AS failed
     FROM ${table}`,
  );
  const counts = rows[0];
  return {
    due: Number(counts?.due),
    delivered: Number(counts?.delivered),
    failed: Number(counts?.failed),
  };
}

/** Carries out one tick's moves; new rows belong to the receiver `targetId`, which must be new to the table. */
export async function writeQueueMoves(
  admin: Pool,
  queue: { readonly table: string; readonly kind: DeliveryKind },
  moves: QueueMoves,
  targetId: number,
  nowMs: number,
): Promise<void> {
  const { table, kind } = queue;
  await admin.query(
    `UPDATE ${table} SET attempt = attempt + 1, last_attempt_at = NOW(),
       next_attempt_at = NOW() + INTERVAL ${RETRY_AGAIN_SEC} SECOND
     WHERE status = 'pending' AND last_attempt_at IS NOT NULL
       AND next_attempt_at <= NOW() + INTERVAL ${RETRY_EARLY_SEC} SECOND`,
  );
  if (moves.deliver > 0) {
    await admin.query(
      `UPDATE ${table} SET status = 'delivered', attempt = attempt + 1, next_attempt_at = NULL,
         last_status_code = 200, last_attempt_at = NOW(), delivered_at = NOW()
       WHERE status = 'pending' AND (next_attempt_at IS NULL OR next_attempt_at <= NOW())
       ORDER BY id LIMIT ${moves.deliver}`,
    );
  }
  const fresh = { created_age: 0, next_attempt_in: null, last_attempt_age: 0, delivered_age: null };
  const labels = [
    { ...fresh, status: 'pending', count: moves.enqueue, next_attempt_in: 0, last_attempt_age: null },
    { ...fresh, status: 'delivered', count: moves.passThrough, delivered_age: 0 },
    { ...fresh, status: 'failed', count: moves.fail },
  ] as const;
  const added = labels.flatMap((label, index) => deliveryValues(kind, label, targetId + index, nowMs));
  if (added.length > 0) await insertRows(admin, table, added);
  await forget(admin, table, "status = 'delivered'", moves.forgetDelivered);
  await forget(admin, table, "status IN ('failed', 'abandoned')", moves.forgetFailed);
}

async function forget(admin: Pool, table: string, which: string, count: number): Promise<void> {
  if (count > 0) await admin.query(`DELETE FROM ${table} WHERE ${which} ORDER BY id LIMIT ${count}`);
}

import type { DeliveryMotion } from '../scenarios/scenario.ts';

/** How long a backlog takes to drain, in ticks. */
const DRAIN_TICKS = 15;

/** How many rows a delivery queue holds, by what is to become of them. */
export type QueueCounts = {
  /** Pending and due. */
  readonly due: number;
  readonly delivered: number;
  /** Failed or abandoned. */
  readonly failed: number;
};

/** What happens to a delivery queue at one tick, in rows. */
export type QueueMoves = {
  /** New rows that wait for a worker. */
  readonly enqueue: number;
  /** New rows that are delivered at once. */
  readonly passThrough: number;
  /** Oldest due rows that are delivered. */
  readonly deliver: number;
  /** New rows that fail for good. */
  readonly fail: number;
  /** Oldest delivered rows that are removed, so that the table does not grow for ever. */
  readonly forgetDelivered: number;
  /** Oldest failed rows that are removed, likewise. */
  readonly forgetFailed: number;
};

/** The moves of one tick. No table ever holds more than about three times the rows that it held at the start. */
export function queueMoves(
  motion: DeliveryMotion,
  atStart: QueueCounts,
  now: QueueCounts,
  random: () => number,
): QueueMoves {
  const keep = atStart.delivered + atStart.due;
  const flow = Math.round(random() * Math.max(1, keep / 120));
  const enqueue = motion === 'piling-up' && now.due < 3 * atStart.due ? Math.round(2 * random()) : 0;
  const deliver = motion === 'draining' ? Math.min(now.due, Math.ceil(atStart.due / DRAIN_TICKS)) : 0;
  const passThrough = motion === 'none' || motion === 'piling-up' || keep === 0 ? 0 : flow;
  const fail = motion === 'failing' && random() < 0.2 ? 1 : 0;
  return {
    enqueue,
    passThrough,
    deliver,
    fail,
    forgetDelivered: Math.max(0, now.delivered + passThrough + deliver - keep),
    forgetFailed: Math.max(0, now.failed + fail - 2 * atStart.failed),
  };
}

import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { numberText } from 'fleet-core/rules/text/count-text';
import { durationText } from 'fleet-core/rules/text/duration-text';
import { table } from '../terminal/table.ts';
import type { Page } from './page.ts';

const COLUMNS = [
  { title: 'queue' },
  { title: 'due', isNumber: true },
  { title: 'pending', isNumber: true },
  { title: 'oldest due', isNumber: true },
  { title: 'delivered', isNumber: true },
  { title: 'failed', isNumber: true },
  { title: 'abandoned', isNumber: true },
] as const;

/** Both queues of deliveries, and who takes them. What could not be read is `?`. */
export function queueLines({ delivery }: FleetSnapshot, { width }: Page): string[] {
  const rows = delivery.tables.map((queue) => [
    queue.kind,
    ...[queue.due_now, queue.pending].map(countOf),
    queue.due_now === 0
      ? ''
      : queue.oldest_due_age_sec === null
        ? '?'
        : durationText(queue.oldest_due_age_sec),
    ...[queue.delivered_since, queue.failed_since, queue.abandoned_since].map(countOf),
  ]);
  return [...table(COLUMNS, rows, width), delivery.posture.message];
}

function countOf(count: number | null): string {
  return count === null ? '?' : numberText(count);
}

import type { Delivery, DeliveryTable } from 'fleet-core/contract/delivery';
import { Age } from '../../components/age.tsx';
import type { CardColumn } from '../../components/data-table/column.ts';
import { formatWindow } from '../../format/age.ts';
import { formatCount, NOT_READ } from '../../format/count.ts';
import { oldestDueSec } from '../../format/oldest-due.ts';
import { formatUtc } from '../../format/utc-time.ts';
import type { QueueBar } from './queue-bar.ts';

/** One outbound queue, and its bar on the scale of all queues. */
export type QueueRow = { readonly table: DeliveryTable; readonly bar: QueueBar };

/** What is shown of each queue. Numbers that made the verdict on all of them what it is are set off in its colour. */
export function queueColumns(
  { status, posture, since }: Delivery,
  windowSec: number,
): readonly CardColumn<QueueRow>[] {
  return [
    {
      key: 'queue',
      head: 'Queue',
      align: 'left',
      card: 'line',
      isRowHeader: true,
      cell: ({ table: { kind, error }, bar }) => (
        <>
          {kind}
          {error !== undefined && <span className="row-error">✕ {error}</span>}
          {bar.due + bar.retry > 0 && (
            <span className="queue-bar" aria-hidden="true">
              <i className="queue-due" style={{ width: `${bar.due}%` }} />
              <i className="queue-retry" style={{ width: `${bar.retry}%` }} />
            </span>
          )}
        </>
      ),
    },
    {
      key: 'oldest-due',
      head: 'Oldest due',
      align: 'right',
      card: '1.4fr',
      cell: ({ table }) => <OldestDue table={table} />,
    },
    countColumn('due', 'Due', '0.8fr', ({ due_now }) => due_now),
    countColumn('retry', 'Future retry', '1.2fr', ({ future_retry }) => future_retry),
    countColumn('pending', 'Pending', '0.9fr', ({ pending }) => pending),
    {
      key: 'drain',
      head: 'Trend of due',
      align: 'left',
      card: 'labelled-line',
      cell: ({ table }) => (
        <>
          <span>{table.trend?.text ?? NOT_READ}</span>
          {posture.code === 'queued_without_worker' && table.pending !== 0 && (
            <strong className="toned" data-level={posture.status}>
              no fresh worker
            </strong>
          )}
        </>
      ),
    },
    {
      key: 'window',
      head: `Last ${formatWindow(windowSec)}`,
      headTitle: `since ${formatUtc(since)}`,
      align: 'left',
      card: 'labelled-line',
      cell: ({ table: { delivered_since, failed_since, abandoned_since } }) => (
        <>
          <span className="queue-delivered">{formatCount(delivered_since)} delivered</span>
          <span className="visually-hidden"> · </span>
          <Bad count={failed_since} word="failed" level={status} />
          {' · '}
          <Bad count={abandoned_since} word="abandoned" level={status} />
        </>
      ),
    },
  ];
}

function countColumn(
  key: string,
  head: string,
  card: CardColumn<QueueRow>['card'],
  count: (table: DeliveryTable) => number | null,
): CardColumn<QueueRow> {
  return { key, head, align: 'right', card, cell: ({ table }) => formatCount(count(table)) };
}

function OldestDue({ table }: { readonly table: DeliveryTable }) {
  const seconds = oldestDueSec(table);
  return typeof seconds === 'number' ? <Age seconds={seconds} /> : NOT_READ;
}

type BadProps = { readonly count: number | null; readonly word: string; readonly level: string };

function Bad({ count, word, level }: BadProps) {
  const text = `${formatCount(count)} ${word}`;
  return count === null || count === 0 ? (
    <span>{text}</span>
  ) : (
    <strong className="toned" data-level={level}>
      {text}
    </strong>
  );
}

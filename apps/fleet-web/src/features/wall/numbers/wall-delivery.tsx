import './wall-delivery.css';
import type { DeliveryTable } from 'fleet-core/contract/delivery';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { Age } from '../../../components/age.tsx';
import { answerFace } from '../../../components/status-face.ts';
import { formatWindow } from '../../../format/age.ts';
import { answerTo } from '../../../format/answer-to.ts';
import { formatCount, NOT_READ } from '../../../format/count.ts';
import { oldestDueSec } from '../../../format/oldest-due.ts';
import type { WallTrend } from './wall-trend.ts';

type Props = {
  readonly snapshot: FleetSnapshot;
  /** One for each queue, in their order. */
  readonly trends: readonly WallTrend[];
};

/** How late each queue is, and what became of its deliveries. */
export function WallDelivery({ snapshot, trends }: Props) {
  const { tables } = snapshot.delivery;
  const face = answerFace(answerTo('queues', snapshot));
  return (
    <section className="wall-delivery">
      <h2 className="visually-hidden">Delivery</h2>
      <ul className="wall-queues" aria-label="Delivery queues">
        {tables.map((table, index) => (
          <li key={table.kind} className="wall-queue" data-tone={face?.token}>
            <span className="wall-queue-name">{table.kind}</span>
            {table.error === undefined ? (
              <QueueNumbers
                table={table}
                windowSec={snapshot.settings.recent_window_sec}
                trend={trends[index]}
              />
            ) : (
              <span className="wall-queue-error">✕ {table.error}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type NumbersProps = {
  readonly table: DeliveryTable;
  readonly windowSec: number;
  readonly trend: WallTrend | undefined;
};

function QueueNumbers({ table, windowSec, trend }: NumbersProps) {
  const { due_now, future_retry, delivered_since, failed_since, abandoned_since } = table;
  return (
    <>
      <span className="wall-queue-age">
        <OldestDue table={table} />
      </span>
      <span className="wall-queue-waiting">
        {formatCount(due_now)} due · {formatCount(future_retry)} retry later
        {trend !== undefined && trend.bar.due + trend.bar.retry > 0 && (
          <span className="wall-queue-bar" aria-hidden="true">
            <i className="wall-queue-due" style={{ width: `${trend.bar.due}%` }} />
            <i className="wall-queue-retry" style={{ width: `${trend.bar.retry}%` }} />
          </span>
        )}
      </span>
      <span className="wall-queue-drain">{trend?.drain}</span>
      <span className="wall-queue-window">
        {formatCount(delivered_since)} delivered · <Bad count={failed_since} word="failed" /> ·{' '}
        <Bad count={abandoned_since} word="abandoned" /> · last {formatWindow(windowSec)}
      </span>
    </>
  );
}

function Bad({ count, word }: { readonly count: number | null; readonly word: string }) {
  const text = `${formatCount(count)} ${word}`;
  return count === null || count === 0 ? text : <strong>{text}</strong>;
}

function OldestDue({ table }: { readonly table: DeliveryTable }) {
  const seconds = oldestDueSec(table);
  if (seconds === null) return NOT_READ;
  if (seconds === 'none due') return seconds;
  return (
    <>
      <Age seconds={seconds} /> oldest
    </>
  );
}

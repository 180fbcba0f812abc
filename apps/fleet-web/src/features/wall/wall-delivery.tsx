import './wall-delivery.css';
import type { Delivery, DeliveryTable } from 'fleet-core/contract/delivery';
import { Age } from '../../components/age.tsx';
import { formatWindow } from '../../format/age.ts';
import { formatCount, NOT_READ } from '../../format/count.ts';
import { capitalised } from '../../format/names.ts';
import { LevelMark } from './level-mark.tsx';

type Props = { readonly delivery: Delivery; readonly windowSec: number };

/** Who takes the deliveries, and how late each queue is. */
export function WallDelivery({ delivery, windowSec }: Props) {
  const { posture, tables, status } = delivery;
  return (
    <section className="wall-delivery">
      <div className="wall-heading">
        <h2>Delivery</h2> <LevelMark level={posture.status} /> {capitalised(posture.message)}
      </div>
      <ul className="wall-queues" aria-label="Delivery queues">
        {tables.map((table) => (
          <li key={table.kind} className="wall-queue" data-level={status}>
            <span className="wall-queue-name">{table.kind}</span>
            {table.error === undefined ? (
              <QueueNumbers table={table} windowSec={windowSec} />
            ) : (
              <span className="wall-queue-error">✕ {table.error}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function QueueNumbers({ table, windowSec }: { readonly table: DeliveryTable; readonly windowSec: number }) {
  const { due_now, future_retry, oldest_due_age_sec, delivered_since, failed_since, abandoned_since } = table;
  return (
    <>
      <span className="wall-queue-age">
        <OldestDue due={due_now} ageSec={oldest_due_age_sec} />
      </span>
      <span className="wall-queue-waiting">
        {formatCount(due_now)} due · {formatCount(future_retry)} retry later
      </span>
      <span className="wall-queue-window">
        {formatCount(delivered_since)} delivered · {formatCount(failed_since)} failed ·{' '}
        {formatCount(abandoned_since)} abandoned · last {formatWindow(windowSec)}
      </span>
    </>
  );
}

function OldestDue({ due, ageSec }: { readonly due: number | null; readonly ageSec: number | null }) {
  if (due === null || ageSec === null) return NOT_READ;
  if (due === 0) return 'none due';
  return (
    <>
      <Age seconds={ageSec} /> oldest
    </>
  );
}

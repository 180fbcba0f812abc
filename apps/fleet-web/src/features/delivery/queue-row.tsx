import type { DeliveryPosture, DeliveryTable } from 'fleet-core/contract/delivery';
import { Age } from '../../components/age.tsx';
import { formatCount, NOT_READ } from '../../format/count.ts';
import { type Drain, drainParts } from './drain.ts';
import type { QueueBar } from './queue-bar.ts';

type Props = {
  readonly table: DeliveryTable;
  readonly bar: QueueBar;
  /** The verdict on all queues; numbers that made it so are set off in its colour. */
  readonly level: string;
  readonly windowText: string;
  readonly drain: Drain;
  readonly posture: DeliveryPosture;
};

/** One outbound queue. */
export function QueueRow({ table, bar, level, windowText, drain, posture }: Props) {
  const { kind, error, oldest_due_age_sec, due_now, future_retry, pending } = table;
  // A queue with nothing due has no oldest due row, though the age beside it is a number.
  const hasDue = due_now !== null && due_now > 0 && oldest_due_age_sec !== null;
  return (
    <tr>
      <th scope="row" className="queue-name">
        {kind}
        {error !== undefined && <span className="row-error">✕ {error}</span>}
        {bar.due + bar.retry > 0 && (
          <span className="queue-bar" aria-hidden="true">
            <i className="queue-due" style={{ width: `${bar.due}%` }} />
            <i className="queue-retry" style={{ width: `${bar.retry}%` }} />
          </span>
        )}
      </th>
      <td className="number headline-number" data-label="Oldest due">
        {hasDue ? <Age seconds={oldest_due_age_sec} /> : NOT_READ}
      </td>
      <td className="number" data-label="Due">
        {formatCount(due_now)}
      </td>
      <td className="number" data-label="Future retry">
        {formatCount(future_retry)}
      </td>
      <td className="number" data-label="Pending">
        {formatCount(pending)}
      </td>
      <td data-label="Trend of due" className="queue-drain">
        {drainParts(drain).map((part) => (
          <span key={part}>{part}</span>
        ))}
        {posture.code === 'queued_without_worker' && pending !== 0 && (
          <strong className="toned" data-level={posture.status}>
            no fresh worker
          </strong>
        )}
      </td>
      <td data-label={windowText} className="queue-window wide">
        <span className="queue-delivered">{formatCount(table.delivered_since)} delivered</span>
        <span className="visually-hidden"> · </span>
        <Bad count={table.failed_since} word="failed" level={level} />
        {' · '}
        <Bad count={table.abandoned_since} word="abandoned" level={level} />
      </td>
    </tr>
  );
}

function Bad({ count, word, level }: { count: number | null; word: string; level: string }) {
  const text = `${formatCount(count)} ${word}`;
  return count === null || count === 0 ? (
    <span>{text}</span>
  ) : (
    <strong className="toned" data-level={level}>
      {text}
    </strong>
  );
}

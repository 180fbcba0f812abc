import './queues-panel.css';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { Empty, Panel } from '../../components/panel.tsx';
import { formatWindow } from '../../format/age.ts';
import { countOf } from '../../format/count.ts';
import { formatUtc } from '../../format/utc-time.ts';
import { drainOf } from './drain.ts';
import { dueSamples } from './due-store.ts';
import { queueBars } from './queue-bar.ts';
import { QueueRow } from './queue-row.tsx';

/** The outbound queues: how late they are, how much waits, and what became of the recent deliveries. */
export function QueuesPanel({ snapshot }: { readonly snapshot: FleetSnapshot | null }) {
  if (snapshot === null) return <Panel title="Delivery queues" name="queues" />;
  const { delivery, settings } = snapshot;
  const samples = dueSamples(snapshot);
  const windowText = `Last ${formatWindow(settings.recent_window_sec)}`;
  const bars = queueBars(delivery.tables);
  return (
    <Panel
      title="Delivery queues"
      name="queues"
      level={delivery.status}
      error={delivery.error}
      fact={`${countOf(delivery.due_now, 'due', 'due')} · ${countOf(delivery.pending, 'pending', 'pending')}`}
    >
      {delivery.tables.length === 0 ? (
        <Empty>No delivery queues reported</Empty>
      ) : (
        <table className="data-table as-cards queues">
          <thead>
            <tr>
              <th scope="col">Queue</th>
              <th scope="col" className="number">
                Oldest due
              </th>
              <th scope="col" className="number">
                Due
              </th>
              <th scope="col" className="number">
                Future retry
              </th>
              <th scope="col" className="number">
                Pending
              </th>
              <th scope="col">Trend of due</th>
              <th scope="col" title={`since ${formatUtc(delivery.since)}`}>
                {windowText}
              </th>
            </tr>
          </thead>
          <tbody>
            {delivery.tables.map((table, place) => (
              <QueueRow
                key={table.kind}
                table={table}
                bar={bars[place] ?? { due: 0, retry: 0 }}
                level={delivery.status}
                windowText={windowText}
                drain={drainOf(samples, table.kind)}
                posture={delivery.posture}
              />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

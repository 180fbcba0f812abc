import './queues-panel.css';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { answerTo } from '../../format/answer-to.ts';
import { countOf } from '../../format/count.ts';
import { failedDeliveries } from '../../format/failed-deliveries.ts';
import { queueBars } from './queue-bar.ts';
import { queueColumns } from './queue-columns.tsx';

/** The outbound queues: how late they are, how much waits, and what became of the recent deliveries. */
export function QueuesPanel({ snapshot }: { readonly snapshot: FleetSnapshot | null }) {
  if (snapshot === null) return <Panel title="Delivery queues" name="queues" opens />;
  const { delivery, settings } = snapshot;
  const bars = queueBars(delivery.tables);
  return (
    <Panel
      title="Delivery queues"
      name="queues"
      {...answerTo('queues', snapshot)}
      error={delivery.error}
      opens
      fact={[
        countOf(delivery.due_now, 'due', 'due'),
        countOf(delivery.pending, 'pending', 'pending'),
        ...failedDeliveries(delivery),
      ].join(' · ')}
    >
      {delivery.tables.length === 0 ? (
        <Empty>No delivery queues reported</Empty>
      ) : (
        <DataTable
          asCards
          className="queues"
          columns={queueColumns(delivery, settings.recent_window_sec)}
          rows={delivery.tables.map((table, index) => ({
            table,
            bar: bars[index] ?? { due: 0, retry: 0 },
          }))}
          rowKey={({ table }) => table.kind}
        />
      )}
    </Panel>
  );
}

import type { VeriflierVantage } from 'fleet-core/contract/verifliers';
import type { CardColumn } from '../../components/data-table/column.ts';
import { FoldedTable } from '../../components/data-table/folded-table.tsx';
import { formatCount } from '../../format/count.ts';
import { endpointText } from './endpoint-text.ts';
import { LastSeen } from './last-seen.tsx';

const SHOWN = 12;

const COLUMNS: readonly CardColumn<VeriflierVantage>[] = [
  {
    key: 'vantage',
    head: 'Vantage',
    align: 'left',
    card: 'line',
    isRowHeader: true,
    cell: ({ vantage_id, region, provider }) => (
      <>
        {vantage_id} <span className="vantage-place">{[region, provider].filter(Boolean).join(', ')}</span>
      </>
    ),
  },
  {
    key: 'state',
    head: 'State',
    align: 'left',
    card: 'labelled-line',
    cell: (vantage) => <span data-use={useOf(vantage)}>{stateText(vantage)}</span>,
  },
  {
    key: 'endpoint',
    head: 'Endpoint',
    align: 'left',
    card: 'labelled-line',
    cell: endpointText,
  },
  {
    key: 'fresh',
    head: 'Fresh agents',
    align: 'right',
    card: '1fr',
    cell: ({ fresh_agents }) => formatCount(fresh_agents),
  },
  {
    key: 'stale',
    head: 'Stale',
    align: 'right',
    card: '1fr',
    cell: ({ stale_agents }) => formatCount(stale_agents),
  },
  {
    key: 'seen',
    head: 'Last seen',
    align: 'right',
    card: '1fr',
    cell: ({ last_seen, last_seen_age_sec }) => <LastSeen instant={last_seen} ageSec={last_seen_age_sec} />,
  },
];

/** The registered vantages: whether each can be used, and when its agents were last seen. */
export function VantageTable({ vantages }: { readonly vantages: readonly VeriflierVantage[] }) {
  return (
    <FoldedTable
      label="Vantages"
      asCards
      className="vantages"
      columns={COLUMNS}
      rows={vantages}
      rowKey={({ vantage_id }) => vantage_id}
      shown={SHOWN}
    />
  );
}

function stateText(vantage: VeriflierVantage): string {
  return [useOf(vantage), ...vantage.faults].join(', ');
}

function useOf({ enabled, usable }: VeriflierVantage): string {
  if (!enabled) return 'disabled';
  return usable ? 'usable' : 'incomplete';
}

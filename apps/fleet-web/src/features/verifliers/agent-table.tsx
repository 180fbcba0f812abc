import type { VeriflierAgent } from 'fleet-core/contract/verifliers';
import type { CardColumn } from '../../components/data-table/column.ts';
import { FoldedTable } from '../../components/data-table/folded-table.tsx';
import { StaleBadge } from '../../components/status-badge.tsx';
import { formatCount, NOT_READ } from '../../format/count.ts';
import { endpointText } from './endpoint-text.ts';
import { LastSeen } from './last-seen.tsx';

const SHOWN = 12;

const COLUMNS: readonly CardColumn<VeriflierAgent>[] = [
  {
    key: 'agent',
    head: 'Agent',
    align: 'left',
    card: 'line',
    isRowHeader: true,
    cell: ({ agent_id, hostname }) => (
      <>
        {agent_id} <span className="vantage-place">{hostname === agent_id ? '' : hostname}</span>
      </>
    ),
  },
  {
    key: 'vantage',
    head: 'Vantage',
    align: 'left',
    card: 'labelled-line',
    cell: ({ vantage_id, vantage_preapproved }) => (
      <>
        {vantage_id || NOT_READ}
        {!vantage_preapproved && <span className="vantage-place"> not enabled</span>}
      </>
    ),
  },
  {
    key: 'status',
    head: 'Status',
    align: 'left',
    card: '1fr',
    cell: ({ status, stale }) => (
      <>
        {status || NOT_READ} {stale && <StaleBadge />}
      </>
    ),
  },
  {
    key: 'seen',
    head: 'Last seen',
    align: 'right',
    card: '1fr',
    cell: ({ last_seen, last_seen_age_sec }) => <LastSeen instant={last_seen} ageSec={last_seen_age_sec} />,
  },
  {
    key: 'checks',
    head: 'In flight',
    align: 'right',
    card: '1fr',
    headTitle: 'of how many at once',
    cell: ({ in_flight, max_concurrency }) => `${formatCount(in_flight)} of ${formatCount(max_concurrency)}`,
  },
  {
    key: 'queue',
    head: 'Queue',
    align: 'right',
    card: 'labelled-line',
    headTitle: 'of how many it holds',
    cell: ({ queue_depth, queue_capacity }) =>
      `${formatCount(queue_depth)} of ${formatCount(queue_capacity)}`,
  },
  {
    key: 'version',
    head: 'Version',
    align: 'left',
    card: 'none',
    cell: ({ version }) => version || NOT_READ,
  },
  {
    key: 'endpoint',
    head: 'Endpoint',
    align: 'left',
    card: 'labelled-line',
    cell: endpointText,
  },
  {
    key: 'protocols',
    head: 'Protocols',
    align: 'left',
    card: 'none',
    cell: ({ protocols }) => (protocols === null ? 'cannot be read' : protocols.join(', ') || 'none'),
  },
];

/** The verifliers as the monitors last saw them. */
export function AgentTable({ agents }: { readonly agents: readonly VeriflierAgent[] }) {
  return (
    <FoldedTable
      label="Agents"
      asCards
      className="agents"
      columns={COLUMNS}
      rows={agents}
      rowKey={({ agent_id }) => agent_id}
      shown={SHOWN}
    />
  );
}

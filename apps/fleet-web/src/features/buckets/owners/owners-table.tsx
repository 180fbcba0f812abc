import type { BucketCoverage, BucketOwner } from 'fleet-core/contract/bucket-coverage';
import type { Column } from '../../../components/data-table/column.ts';
import { FoldedTable } from '../../../components/data-table/folded-table.tsx';
import { SubjectLink } from '../../../components/handle/subject-link.tsx';
import { HeartbeatAge } from '../../../components/heartbeat-age.tsx';
import { Empty } from '../../../components/panel.tsx';
import { StaleBadge } from '../../../components/status-badge.tsx';
import { formatAge } from '../../../format/age.ts';
import { faultyFirst } from './faulty-first.ts';
import { RANGE_COLUMN } from './range-column.ts';

/** Unusual owners are told above the table whatever their number; ages of thousands need not tick here. */
const OWNERS_SHOWN = 30;

type Props = { readonly coverage: BucketCoverage; readonly graceSec: number };

/** The rows of dynamic ownership. */
export function OwnersTable({ coverage, graceSec }: Props) {
  const { hosts, host_count, overlaps } = coverage;
  if (host_count === null) return <Empty>The owners could not be read</Empty>;
  if (hosts.length === 0) return <Empty>No dynamic bucket-owner rows found</Empty>;
  return (
    <FoldedTable
      label="Bucket owner rows"
      className="owners"
      shown={OWNERS_SHOWN}
      columns={ownerColumns(graceSec)}
      rows={faultyFirst(hosts, (host) => isFaulty(host, overlaps))}
      rowKey={({ host_id }) => host_id}
    />
  );
}

function isFaulty({ host_id, status, stale }: BucketOwner, overlaps: BucketCoverage['overlaps']): boolean {
  return stale || status !== 'active' || overlaps.some(({ host_ids }) => host_ids.includes(host_id));
}

function ownerColumns(graceSec: number): readonly Column<BucketOwner>[] {
  return [
    {
      key: 'host',
      head: 'Host',
      align: 'left',
      isRowHeader: true,
      cell: ({ host_id }) => <SubjectLink kind="host" id={host_id} />,
    },
    RANGE_COLUMN,
    {
      key: 'status',
      head: 'Status',
      align: 'left',
      cell: ({ status, stale }) => (
        <>
          {status} {stale && <StaleBadge />}
        </>
      ),
    },
    {
      key: 'heartbeat',
      head: 'Heartbeat',
      align: 'right',
      cell: ({ last_heartbeat_age_sec, last_heartbeat, stale }) => (
        <>
          <HeartbeatAge seconds={last_heartbeat_age_sec} instant={last_heartbeat} />
          {stale && <span className="limit"> limit {formatAge(graceSec)}</span>}
        </>
      ),
    },
  ];
}

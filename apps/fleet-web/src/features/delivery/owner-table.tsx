import type { Process } from 'fleet-core/contract/process';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { Handle } from '../../components/handle/handle.tsx';
import { filteredPlace } from '../../components/handle/places.ts';
import { SubjectLink } from '../../components/handle/subject-link.tsx';
import { ScrollBox } from '../../components/scroll-box.tsx';
import { StaleBadge } from '../../components/status-badge.tsx';
import { countOf } from '../../format/count.ts';
import { type OwnerRow, ownerRows } from './owner-rows.ts';

/** Every process of a large fleet may deliver by mistake; the first ones tell what the mistake is. */
const MOST_ROWS = 40;

const COLUMNS: readonly Column<OwnerRow>[] = [
  {
    key: 'host',
    head: 'Host',
    align: 'left',
    isRowHeader: true,
    cell: ({ host_id, process_type }) => (
      <>
        <SubjectLink kind="host" id={host_id} /> <span className="posture-type">{process_type}</span>
      </>
    ),
  },
  { key: 'enabled', head: 'Enabled', align: 'left', cell: ({ enabled }) => (enabled ? 'yes' : 'no') },
  {
    key: 'owner',
    head: 'Owner',
    align: 'left',
    cell: ({ owner }) =>
      owner === '' ? (
        <span className="muted">not set</span>
      ) : (
        <Handle to={filteredPlace(['delivery-owner', owner.trim()])}>{owner}</Handle>
      ),
  },
  { key: 'fresh', head: 'Fresh', align: 'left', cell: ({ stale }) => (stale ? <StaleBadge /> : 'yes') },
];

/** Which host delivers, whom it takes for the owner, and whether it is alive: the fields as they were reported. */
export default function OwnerTable({ processes }: { readonly processes: readonly Process[] }) {
  const rows = ownerRows(processes);
  if (rows.length === 0) return null;
  const more = rows.length - MOST_ROWS;
  return (
    <ScrollBox label="Delivery by host" className="posture-box">
      <DataTable
        className="posture-table"
        columns={COLUMNS}
        rows={rows.slice(0, MOST_ROWS)}
        rowKey={({ key }) => key}
        remark={({ process_type }) =>
          process_type === null ? 'named as owner, no process reports' : undefined
        }
      />
      {more > 0 && <p className="muted">and {countOf(more, 'more process', 'more processes')}</p>}
    </ScrollBox>
  );
}

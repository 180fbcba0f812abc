import type { LockedRange } from 'fleet-core/contract/bucket-coverage';
import type { CardColumn } from '../../../components/data-table/column.ts';
import { FoldedTable } from '../../../components/data-table/folded-table.tsx';
import { SubjectLink } from '../../../components/handle/subject-link.tsx';
import { formatUtc } from '../../../format/utc-time.ts';
import { faultyFirst } from './faulty-first.ts';
import { RANGE_COLUMN } from './range-column.ts';

const LOCKS_SHOWN = 30;

const COLUMNS: readonly CardColumn<LockedRange>[] = [
  {
    key: 'host',
    head: 'Host',
    align: 'left',
    card: 'line',
    isRowHeader: true,
    cell: ({ host_id }) => <SubjectLink kind="host" id={host_id} />,
  },
  { ...RANGE_COLUMN, card: '1fr' },
  {
    key: 'monitor',
    head: 'Monitor',
    align: 'left',
    card: '1fr',
    cell: ({ held }) => (held ? 'active' : '✕ not active'),
  },
  {
    key: 'run',
    head: 'Rollout, change',
    align: 'left',
    card: 'labelled-line',
    cell: ({ run_id, change_ref }) => (
      <>
        <div>{run_id || '—'}</div>
        {change_ref !== '' && <div className="lock-change">{change_ref}</div>}
      </>
    ),
  },
  {
    key: 'activated',
    head: 'Activated',
    align: 'right',
    card: 'labelled-line',
    cell: ({ activated_at }) => (activated_at === null ? '—' : formatUtc(activated_at)),
  },
];

/** The ranges that are active through Jetmon's API, with the rollout and the change in which that was done. */
export function LocksTable({ locks }: { readonly locks: readonly LockedRange[] }) {
  return (
    <FoldedTable
      label="Locked ranges"
      asCards
      className="owners"
      shown={LOCKS_SHOWN}
      columns={COLUMNS}
      rows={faultyFirst(locks, ({ held }) => !held)}
      rowKey={({ host_id, bucket_min }) => `${host_id} ${bucket_min}`}
    />
  );
}

import type { PinnedRange } from 'fleet-core/contract/bucket-coverage';
import type { Column } from '../../../components/data-table/column.ts';
import { FoldedTable } from '../../../components/data-table/folded-table.tsx';
import { RANGE_COLUMN } from './range-column.ts';

const RANGES_SHOWN = 30;

const COLUMNS: readonly Column<PinnedRange>[] = [
  { key: 'monitor', head: 'Monitor', align: 'left', isRowHeader: true, cell: ({ process_id }) => process_id },
  RANGE_COLUMN,
  { key: 'ownership', head: 'Ownership', align: 'left', cell: () => 'pinned' },
];

/** The ranges that active monitors report as pinned to them. */
export function PinnedTable({ pinned }: { readonly pinned: readonly PinnedRange[] }) {
  return (
    <FoldedTable
      label="Pinned ranges"
      className="owners"
      shown={RANGES_SHOWN}
      columns={COLUMNS}
      rows={pinned}
      rowKey={({ process_id }) => process_id}
    />
  );
}

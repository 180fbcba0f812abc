import type { BucketCoverage, PinnedRange } from 'fleet-core/contract/bucket-coverage';
import type { Column } from '../../../components/data-table/column.ts';
import { FoldedTable } from '../../../components/data-table/folded-table.tsx';
import { SubjectLink } from '../../../components/handle/subject-link.tsx';
import { NAMELESS } from '../../../format/names.ts';
import { faultyFirst } from './faulty-first.ts';
import { RANGE_COLUMN } from './range-column.ts';

const RANGES_SHOWN = 30;

const COLUMNS: readonly Column<PinnedRange>[] = [
  {
    key: 'monitor',
    head: 'Monitor',
    align: 'left',
    isRowHeader: true,
    cell: ({ process_id }) => (
      <SubjectLink kind="process" id={process_id}>
        {process_id || NAMELESS}
      </SubjectLink>
    ),
  },
  RANGE_COLUMN,
  { key: 'ownership', head: 'Ownership', align: 'left', cell: () => 'pinned' },
];

/** The ranges that active monitors report as pinned to them. */
export function PinnedTable({ coverage }: { readonly coverage: BucketCoverage }) {
  const { pinned, overlaps } = coverage;
  const shares = ({ host_id }: PinnedRange) => overlaps.some(({ host_ids }) => host_ids.includes(host_id));
  return (
    <FoldedTable
      label="Pinned ranges"
      className="owners"
      shown={RANGES_SHOWN}
      columns={COLUMNS}
      rows={faultyFirst(pinned, shares)}
      rowKey={({ process_id }) => process_id}
    />
  );
}

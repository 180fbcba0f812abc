import './dependency-table.css';
import type { Dependency } from 'fleet-core/contract/dependency';
import type { CardColumn } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { SubjectLink } from '../../components/handle/subject-link.tsx';
import { LongText } from '../../components/long-text/long-text.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { formatCount, NOT_READ } from '../../format/count.ts';

/** Each dependency with how many processes report it how. */
export default function DependencyTable({ dependencies }: { readonly dependencies: readonly Dependency[] }) {
  return (
    <DataTable
      asCards
      className="dependencies"
      columns={COLUMNS}
      rows={dependencies}
      rowKey={({ name }) => name}
    />
  );
}

const COLUMNS: readonly CardColumn<Dependency>[] = [
  {
    key: 'health',
    head: 'Health',
    align: 'left',
    card: 'line',
    cell: ({ status }) => <StatusBadge level={status} />,
  },
  {
    key: 'dependency',
    head: 'Dependency',
    align: 'left',
    card: 'line',
    isRowHeader: true,
    cell: ({ name }) => <SubjectLink kind="dependency" id={name} />,
  },
  countColumn('red', 'Red', ({ red_count }) => red_count),
  countColumn('amber', 'Amber', ({ amber_count }) => amber_count),
  countColumn('healthy', 'Healthy', ({ green_count }) => green_count),
  countColumn('stale', 'From stale', ({ stale_count }) => stale_count),
  {
    key: 'error',
    head: 'Last error',
    align: 'left',
    card: 'labelled-line',
    cell: ({ last_error }) =>
      last_error === undefined ? (
        <span className="no-error">{NOT_READ}</span>
      ) : (
        <LongText>{last_error}</LongText>
      ),
  },
];

function countColumn(
  key: string,
  head: string,
  count: (dependency: Dependency) => number,
): CardColumn<Dependency> {
  return { key, head, align: 'right', card: '1fr', cell: (dependency) => formatCount(count(dependency)) };
}

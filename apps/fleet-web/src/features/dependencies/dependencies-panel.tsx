import './dependencies-panel.css';
import type { Dependency } from 'fleet-core/contract/dependency';
import type { CardColumn } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { countOf, formatCount, NOT_READ } from '../../format/count.ts';

/** What the processes need from others, summed over all of them. */
export function DependenciesPanel({ dependencies }: { readonly dependencies: readonly Dependency[] | null }) {
  if (dependencies === null) return <Panel title="Dependencies" name="dependencies" />;
  return (
    <Panel
      title="Dependencies"
      name="dependencies"
      fact={
        dependencies.length === 0 ? undefined : countOf(dependencies.length, 'dependency', 'dependencies')
      }
    >
      {dependencies.length === 0 ? (
        <Empty>No process reports dependencies</Empty>
      ) : (
        <DataTable
          asCards
          className="dependencies"
          columns={COLUMNS}
          rows={dependencies}
          rowKey={({ name }) => name}
        />
      )}
    </Panel>
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
    cell: ({ name }) => name,
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
    cell: ({ last_error }) => last_error ?? <span className="no-error">{NOT_READ}</span>,
  },
];

function countColumn(
  key: string,
  head: string,
  count: (dependency: Dependency) => number,
): CardColumn<Dependency> {
  return { key, head, align: 'right', card: '1fr', cell: (dependency) => formatCount(count(dependency)) };
}

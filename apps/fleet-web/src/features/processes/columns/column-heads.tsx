import './column-heads.css';
import { Button } from '../../../components/button/button.tsx';
import { COLUMNS, type ProcessColumn } from './process-columns.ts';
import { nextSort, type ProcessSort } from './process-sort.ts';

type Props = {
  readonly sort: ProcessSort;
  /** Left out in a table without controls. */
  readonly onSort?: ((sort: ProcessSort) => void) | undefined;
};

/** The table's head. A click on a column sorts by it, a third one gives the API's order back. */
export function ColumnHeads({ sort, onSort }: Props) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {COLUMNS.map((column) => (
          <th
            key={column.key}
            scope="col"
            data-column={column.key}
            className={column.isNumber ? 'number' : undefined}
            aria-sort={ariaSort(sort, column)}
          >
            {onSort === undefined ? (
              column.name
            ) : (
              <Button look="text" className="sort-button" onClick={() => onSort(nextSort(sort, column.key))}>
                {column.name} <SortMark sort={sort} column={column} />
              </Button>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function SortMark({ sort, column }: { readonly sort: ProcessSort; readonly column: ProcessColumn }) {
  const mark = sort?.key !== column.key ? '↕' : sort.descending ? '↓' : '↑';
  return (
    <span aria-hidden="true" className="sort-mark" data-active={mark !== '↕'}>
      {mark}
    </span>
  );
}

function ariaSort(sort: ProcessSort, column: ProcessColumn) {
  if (sort?.key !== column.key) return undefined;
  return sort.descending ? 'descending' : 'ascending';
}

import './column-heads.css';
import { memo } from 'react';
import { Button } from '../../../components/button/button.tsx';
import { HeadCell } from '../../../components/data-table/head-cell.tsx';
import type { Ask } from '../use-process-query.ts';
import type { ProcessColumn } from './process-column.ts';
import { COLUMNS } from './process-columns.tsx';
import { nextSort, type ProcessSort } from './process-sort.ts';

type Props = {
  readonly sort: ProcessSort;
  /** Left out in a table without controls. */
  readonly onAsk?: Ask | undefined;
  /** Whether the columns keep their widths, whatever is in them. */
  readonly hasFixedWidths: boolean;
};

/** The table's head. A click on a column sorts by it, a third one gives the API's order back. */
export const ColumnHeads = memo(function ColumnHeads({ sort, onAsk, hasFixedWidths }: Props) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {COLUMNS.map((column) => (
          <HeadCell
            key={column.key}
            column={column}
            aria-sort={ariaSort(sort, column)}
            style={hasFixedWidths && !column.isRowHeader ? { width: column.widthPx } : undefined}
          >
            {onAsk && (
              <Button
                look="text"
                className="sort-button"
                onClick={() => onAsk({ sort: nextSort(sort, column.key) })}
              >
                {column.head} <SortMark sort={sort} column={column} />
              </Button>
            )}
          </HeadCell>
        ))}
      </tr>
    </thead>
  );
});

type MarkProps = { readonly sort: ProcessSort; readonly column: ProcessColumn };

function SortMark({ sort, column }: MarkProps) {
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

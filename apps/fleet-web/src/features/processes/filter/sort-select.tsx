import './sort-select.css';
import { COLUMNS } from '../columns/process-columns.tsx';
import type { ProcessSort } from '../columns/process-sort.ts';
import { readSort, sortText } from '../process-query.ts';

type Props = { readonly sort: ProcessSort; readonly onSort: (sort: ProcessSort) => void };

/** Sorting where rows are cards and there are no columns to click. */
export function SortSelect({ sort, onSort }: Props) {
  return (
    <label className="sort-select">
      Sort{' '}
      <select value={sortText(sort) ?? ''} onChange={(event) => onSort(readSort(event.currentTarget.value))}>
        <option value="">worst first</option>
        {COLUMNS.flatMap(({ key, head }) => [
          <option key={key} value={key}>{`${head} ↑`}</option>,
          <option key={`-${key}`} value={`-${key}`}>{`${head} ↓`}</option>,
        ])}
      </select>
    </label>
  );
}

import './sort-select.css';
import { memo } from 'react';
import { COLUMNS } from '../columns/process-columns.tsx';
import type { ProcessSort } from '../columns/process-sort.ts';
import { readSort, sortText } from '../process-query.ts';
import type { Ask } from '../use-process-query.ts';

type Props = { readonly sort: ProcessSort; readonly onAsk: Ask };

/** Sorting where rows are cards and there are no columns to click. */
export const SortSelect = memo(function SortSelect({ sort, onAsk }: Props) {
  return (
    <label className="sort-select">
      Sort{' '}
      <select
        value={sortText(sort) ?? ''}
        onChange={(event) => onAsk({ sort: readSort(event.currentTarget.value) })}
      >
        <option value="">worst first</option>
        {COLUMNS.flatMap(({ key, head }) => [
          <option key={key} value={key}>{`${head} ↑`}</option>,
          <option key={`-${key}`} value={`-${key}`}>{`${head} ↓`}</option>,
        ])}
      </select>
    </label>
  );
});

import type { Process } from 'fleet-core/contract/process';
import type { SortValue } from './process-column.ts';
import { COLUMNS } from './process-columns.tsx';

/** By which column, and which way; null is the API's own order. */
export type ProcessSort = { readonly key: string; readonly descending: boolean } | null;

const collator = new Intl.Collator('en', { numeric: true });

/** The processes in the wanted order. Equals keep the API's order; what was not reported comes last either way. */
export function sortProcesses(processes: readonly Process[], sort: ProcessSort): readonly Process[] {
  const column = COLUMNS.find(({ key }) => key === sort?.key);
  if (sort === null || column === undefined) return processes;
  const sign = sort.descending ? -1 : 1;
  return processes
    .map((process) => ({ process, value: column.sortValue(process) }))
    .sort((a, b) => compare(a.value, b.value, sign))
    .map(({ process }) => process);
}

function compare(a: SortValue, b: SortValue, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  return sign * collator.compare(String(a), String(b));
}

/** What a click on a column's head leads to: the API's order, upwards, downwards, and round again. */
export function nextSort(sort: ProcessSort, key: string): ProcessSort {
  if (sort?.key !== key) return { key, descending: false };
  return sort.descending ? null : { key, descending: true };
}

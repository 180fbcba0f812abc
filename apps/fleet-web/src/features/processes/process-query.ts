import { FILTER_PARAMETER } from '../../components/handle/places.ts';
import type { QueryChanges } from '../../location/query-string.ts';
import { COLUMNS } from './columns/process-columns.tsx';
import type { ProcessSort } from './columns/process-sort.ts';

/** What of the processes is asked for, as the address says it. */
export type ProcessQuery = {
  readonly filter: string;
  /** The words of the chips that are pressed; none means all. */
  readonly health: readonly string[];
  readonly problemsOnly: boolean;
  readonly healthyShown: boolean;
  readonly sort: ProcessSort;
};

/** Nothing asked: everything, in the API's order. */
export const EMPTY_QUERY: ProcessQuery = {
  filter: '',
  health: [],
  problemsOnly: false,
  healthyShown: false,
  sort: null,
};

/** What gives all processes back. */
export const NOTHING_LEFT_OUT = { filter: '', health: EMPTY_QUERY.health, problemsOnly: false };

/** Whether anything is asked that leaves processes out. */
export function isNarrowed({ filter, health, problemsOnly }: ProcessQuery): boolean {
  return filter.trim() !== '' || health.length > 0 || problemsOnly;
}

/** Reads the address. Values that mean nothing here are passed over. */
export function readProcessQuery(search: string): ProcessQuery {
  const params = new URLSearchParams(search);
  return {
    filter: params.get(FILTER_PARAMETER) ?? '',
    health: (params.get('health') ?? '').split(',').filter((word) => word !== ''),
    problemsOnly: params.get('problems') === '1',
    healthyShown: params.get('healthy') === '1',
    sort: readSort(params.get('sort') ?? ''),
  };
}

/** What to change in the address so that it says this. */
export function processQueryChanges(query: Partial<ProcessQuery>): QueryChanges {
  const changes: Record<string, string | null> = {};
  if (query.filter !== undefined) changes[FILTER_PARAMETER] = query.filter || null;
  if (query.health !== undefined) changes.health = query.health.join(',') || null;
  if (query.problemsOnly !== undefined) changes.problems = query.problemsOnly ? '1' : null;
  if (query.healthyShown !== undefined) changes.healthy = query.healthyShown ? '1' : null;
  if (query.sort !== undefined) changes.sort = sortText(query.sort);
  return changes;
}

/** A sorting out of its text in the address. */
export function readSort(text: string): ProcessSort {
  const descending = text.startsWith('-');
  const column = COLUMNS.find(({ key }) => key === (descending ? text.slice(1) : text));
  return column === undefined ? null : { key: column.key, descending };
}

/** The text of a sorting in the address: `heartbeat`, `-heartbeat`; null for the API's order. */
export function sortText(sort: ProcessSort): string | null {
  if (sort === null) return null;
  return sort.descending ? `-${sort.key}` : sort.key;
}

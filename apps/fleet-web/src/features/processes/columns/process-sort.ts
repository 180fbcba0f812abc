import type { Process } from 'fleet-core/contract/process';
import { healthRank, healthWord } from '../health-word.ts';

/** The columns of the table, by the names that they have in the address. */
export const SORT_KEYS = [
  'health',
  'process',
  'type',
  'state',
  'heartbeat',
  'buckets',
  'load',
  'memory',
  'version',
  'delivery',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** By which column, and which way; null is the API's own order. */
export type ProcessSort = { readonly key: SortKey; readonly descending: boolean } | null;

const collator = new Intl.Collator('en', { numeric: true });

type SortValue = string | number | null;

const VALUES: Record<SortKey, (process: Process) => SortValue> = {
  health: (process) => -healthRank(healthWord(process)),
  process: ({ process_id }) => process_id,
  type: ({ process_type }) => process_type,
  state: ({ state }) => state,
  heartbeat: ({ last_heartbeat_age_sec }) => last_heartbeat_age_sec,
  buckets: ({ bucket_min }) => bucket_min,
  load: ({ active_checks }) => active_checks,
  memory: ({ rss_mem_mb, go_sys_mem_mb }) => rss_mem_mb || go_sys_mem_mb || null,
  version: ({ version }) => version || null,
  delivery: ({ delivery_workers_enabled, delivery_owner_host }) =>
    `${delivery_workers_enabled ? 0 : 1} ${delivery_owner_host}`,
};

/** The processes in the wanted order. Equals keep the API's order; what was not reported comes last either way. */
export function sortProcesses(processes: readonly Process[], sort: ProcessSort): readonly Process[] {
  if (sort === null) return processes;
  const read = VALUES[sort.key];
  const sign = sort.descending ? -1 : 1;
  return processes
    .map((process) => ({ process, value: read(process) }))
    .sort((a, b) => compare(a.value, b.value, sign))
    .map(({ process }) => process);
}

function compare(a: SortValue, b: SortValue, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  return sign * collator.compare(String(a), String(b));
}

/** What a click on a column's head leads to: the API's order, upwards, downwards, and round again. */
export function nextSort(sort: ProcessSort, key: SortKey): ProcessSort {
  if (sort?.key !== key) return { key, descending: false };
  return sort.descending ? null : { key, descending: true };
}

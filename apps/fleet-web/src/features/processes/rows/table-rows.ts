import type { Process } from 'fleet-core/contract/process';
import { sortProcesses } from '../columns/process-sort.ts';
import { filterTest } from '../filter/filter-match.ts';
import { parseFilter } from '../filter/filter-text.ts';
import { HEALTHY, healthWord, RETIRED } from '../health-word.ts';
import { isNarrowed, type ProcessQuery } from '../process-query.ts';

/** The key of the row that stands for the folded healthy processes; no process_id is empty. */
export const FOLD_KEY = '';

/** The rows to show: process ids in order, with the fold among them where there is one. */
export type TableRows = {
  readonly keys: readonly string[];
  /** How many processes match what is asked. */
  readonly matching: number;
  /** How many are behind the fold row, or after it when it is open. */
  readonly folded: number;
};

type Wanted = { readonly query: ProcessQuery; readonly named: ReadonlySet<string>; readonly folds: boolean };

/**
 * Which processes are shown, and where. A healthy process that an issue of the API names is no healthy row:
 * it stays among those in trouble.
 */
export function tableRows(processes: readonly Process[], { query, named, folds }: Wanted): TableRows {
  const isHealthy = (process: Process) => healthWord(process) === HEALTHY && !named.has(process.process_id);
  const matches = filterTest(parseFilter(query.filter));
  const matching = processes.filter(
    (process) =>
      (query.health.length === 0 || query.health.includes(healthWord(process))) &&
      !(query.problemsOnly && (isHealthy(process) || healthWord(process) === RETIRED)) &&
      matches(process),
  );
  const all = { keys: keysOf(sortProcesses(matching, query.sort)), matching: matching.length, folded: 0 };
  if (!folds || isNarrowed(query) || query.sort !== null) return all;

  const healthy = matching.filter(isHealthy);
  if (healthy.length === 0) return all;
  const others = keysOf(matching.filter((process) => !isHealthy(process)));
  const keys = [...others, FOLD_KEY, ...(query.healthyShown ? keysOf(healthy) : [])];
  return { ...all, keys, folded: healthy.length };
}

const keysOf = (processes: readonly Process[]) => processes.map(({ process_id }) => process_id);

import type { Process } from 'fleet-core/contract/process';
import { sortProcesses } from '../columns/process-sort.ts';
import { filterTest } from '../filter/filter-match.ts';
import { parseFilter } from '../filter/filter-text.ts';
import { healthWord } from '../health-word.ts';
import { isHealthy, isInTrouble } from '../in-trouble.ts';
import { isNarrowed, type ProcessQuery } from '../process-query.ts';

/** The key of the row that stands for the folded healthy processes; a process_id may even be empty, but never is this. */
export const FOLD_KEY = '\0fold';

/** The rows to show: process ids in order, with the fold among them where there is one. */
export type TableRows = {
  readonly keys: readonly string[];
  /** Every process that matches what is asked, in order, whether it is folded or not. */
  readonly ids: readonly string[];
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
  const matches = filterTest(parseFilter(query.filter));
  const matching = processes.filter(
    (process) =>
      (query.health.length === 0 || query.health.includes(healthWord(process))) &&
      (!query.problemsOnly || isInTrouble(process, named)) &&
      matches(process),
  );
  const ids = keysOf(sortProcesses(matching, query.sort));
  const all = { keys: ids, ids, matching: matching.length, folded: 0 };
  if (!folds || isNarrowed(query) || query.sort !== null) return all;

  const healthy: string[] = [];
  const others: string[] = [];
  for (const process of matching) (isHealthy(process, named) ? healthy : others).push(process.process_id);
  if (healthy.length === 0) return all;
  const keys = [...others, FOLD_KEY, ...(query.healthyShown ? healthy : [])];
  return { ...all, keys, folded: healthy.length };
}

const keysOf = (processes: readonly Process[]) => processes.map(({ process_id }) => process_id);

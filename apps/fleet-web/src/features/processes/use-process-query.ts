import { useCallback, useMemo } from 'react';
import { changeQuery, useQueryString } from '../../location/page-query.ts';
import { type ProcessQuery, processQueryChanges, readProcessQuery } from './process-query.ts';

/** Asks for something else; with `push` so that Back asks for what was asked before. */
export type Ask = (changes: Partial<ProcessQuery>, how?: { readonly push: boolean }) => void;

/** So that Back asks for what was asked before. */
export const PUSHED = { push: true };

/** What of the processes is asked for, kept in the address; and how to ask for something else. */
export function useProcessQuery(): readonly [ProcessQuery, Ask] {
  const search = useQueryString();
  const query = useMemo(() => readProcessQuery(search), [search]);
  const ask: Ask = useCallback((changes, how) => changeQuery(processQueryChanges(changes), how), []);
  return [query, ask];
}

import { useCallback, useMemo } from 'react';
import { changeQuery, useQueryString } from '../../location/page-query.ts';
import { type ProcessQuery, processQueryChanges, readProcessQuery } from './process-query.ts';

/** What of the processes is asked for, kept in the address; and how to ask for something else. */
export function useProcessQuery(): readonly [ProcessQuery, (changes: Partial<ProcessQuery>) => void] {
  const search = useQueryString();
  const query = useMemo(() => readProcessQuery(search), [search]);
  const ask = useCallback((changes: Partial<ProcessQuery>) => changeQuery(processQueryChanges(changes)), []);
  return [query, ask];
}

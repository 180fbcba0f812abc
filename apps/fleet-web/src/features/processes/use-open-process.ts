import { useCallback } from 'react';
import { changeQuery, useQueryString } from '../../location/page-query.ts';
import { OPEN_PARAMETER } from './process-query.ts';

/** The process whose panel is open, kept in the address; null when none is. */
export function useOpenProcess() {
  const id = new URLSearchParams(useQueryString()).get(OPEN_PARAMETER) || null;
  const open = useCallback((process_id: string) => changeQuery({ [OPEN_PARAMETER]: process_id }), []);
  const close = useCallback(() => changeQuery({ [OPEN_PARAMETER]: null }), []);
  return { id, open, close };
}

import { useCallback } from 'react';
import { OPEN_PARAMETER } from '../../components/handle/places.ts';
import { changeQuery, closeInQuery, useQueryString } from '../../location/page-query.ts';

/** The process whose panel is open, kept in the address; null when none is. Back closes it, too. */
export function useOpenProcess() {
  const id = new URLSearchParams(useQueryString()).get(OPEN_PARAMETER);
  const open = useCallback(
    (process_id: string) => changeQuery({ [OPEN_PARAMETER]: process_id }, { push: true }),
    [],
  );
  const close = useCallback(() => closeInQuery({ [OPEN_PARAMETER]: null }), []);
  return { id, open, close };
}

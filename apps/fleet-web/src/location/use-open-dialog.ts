import { useCallback } from 'react';
import { changeQuery, closeInQuery, useQueryString } from './page-query.ts';

/** The address's parameter that names the dialog that lies over the page. */
export const DIALOG_PARAMETER = 'dialog';

/** Whether the dialog of this name is open, kept in the address: a link opens it and Back closes it. */
export function useOpenDialog(name: string) {
  const isOpen = new URLSearchParams(useQueryString()).get(DIALOG_PARAMETER) === name;
  const open = useCallback(() => changeQuery({ [DIALOG_PARAMETER]: name }, { push: true }), [name]);
  const close = useCallback(() => closeInQuery({ [DIALOG_PARAMETER]: null }), []);
  return { isOpen, open, close };
}

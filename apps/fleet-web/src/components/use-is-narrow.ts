import { useSyncExternalStore } from 'react';

/** The width at which the table's rows become cards, as in data-table.css. */
const NARROW = window.matchMedia('(max-width: 760px)');

function subscribe(listener: () => void): () => void {
  NARROW.addEventListener('change', listener);
  return () => NARROW.removeEventListener('change', listener);
}

/** Whether rows are drawn as cards. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => NARROW.matches);
}

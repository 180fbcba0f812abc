import { useSyncExternalStore } from 'react';
import { changedQuery, type QueryChanges } from './query-string.ts';

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

const currentSearch = () => window.location.search;

/** The page's query string; renders again when it changes. */
export function useQueryString(): string {
  return useSyncExternalStore(subscribe, currentSearch);
}

/** Changes the query string in place: the address can be passed on, and Back still leaves the page. */
export function changeQuery(changes: QueryChanges): void {
  const { pathname, search, hash } = window.location;
  const changed = changedQuery(search, changes);
  if (changed === search) return;
  history.replaceState(history.state, '', `${pathname}${changed}${hash}`);
  for (const listener of listeners) listener();
}

import { useSyncExternalStore } from 'react';
import { changedQuery, type QueryChanges } from './query-string.ts';

const listeners = new Set<() => void>();

/** What the address should say and could not be made to: browsers limit how often it may change. */
let unwritten: string | null = null;

const currentSearch = () => unwritten ?? window.location.search;

function tell(): void {
  for (const listener of listeners) listener();
}

function onPopState(): void {
  unwritten = null;
  tell();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('popstate', onPopState);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('popstate', onPopState);
  };
}

/** The page's query string; renders again when it changes. */
export function useQueryString(): string {
  return useSyncExternalStore(subscribe, currentSearch);
}

/** Changes the query string in place: the address can be passed on, and Back still leaves the page. */
export function changeQuery(changes: QueryChanges): void {
  const changed = changedQuery(currentSearch(), changes);
  if (changed === currentSearch()) return;
  const { pathname, hash } = window.location;
  try {
    history.replaceState(history.state, '', `${pathname}${changed}${hash}`);
    unwritten = null;
  } catch {
    unwritten = changed;
  }
  tell();
}

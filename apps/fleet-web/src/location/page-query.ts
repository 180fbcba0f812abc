import { useSyncExternalStore } from 'react';
import { changedQuery, type QueryChanges } from './query-string.ts';

const listeners = new Set<() => void>();

/** What the address is about to say, or should say and could not be made to: browsers limit how often it may change. */
let unwritten: string | null = null;

/** The page's query string now, for whoever changes it. */
export function currentQuery(): string {
  return unwritten ?? window.location.search;
}

function tell(): void {
  for (const listener of listeners) listener();
}

function onTravel(): void {
  unwritten = null;
  tell();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('popstate', onTravel);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('popstate', onTravel);
  };
}

/** The page's query string; renders again when it changes. */
export function useQueryString(): string {
  return useSyncExternalStore(subscribe, currentQuery);
}

type Change = {
  /** Set where something is opened: Back then closes it. Else the address changes in place. */
  readonly push?: boolean;
  /** The section to lead to. */
  readonly section?: string;
};

/** Changes the query string, so that the address says what is seen and can be passed on. Parameters that are not named stay. */
export function changeQuery(changes: QueryChanges, { push = false, section }: Change = {}): void {
  const from = currentQuery();
  const changed = changedQuery(from, changes);
  const hash = section === undefined ? window.location.hash : `#${section}`;
  if (changed === from && hash === window.location.hash) return;
  const address = `${window.location.pathname}${changed}${hash}`;
  try {
    if (!push) history.replaceState(history.state, '', address);
    else {
      // What opens without leading elsewhere closes without a jump to where the page was scrolled before.
      history.scrollRestoration = section === undefined ? 'manual' : 'auto';
      history.pushState({ from: window.location.search }, '', address);
    }
    unwritten = null;
  } catch {
    unwritten = changed;
  }
  tell();
}

/** Closes what has been opened: goes back to where that was done, or changes the address in place where that is no more. */
export function closeInQuery(changes: QueryChanges): void {
  const changed = changedQuery(currentQuery(), changes);
  if (changed === currentQuery()) return;
  if (cameFrom(history.state) !== changed) {
    changeQuery(changes);
    return;
  }
  unwritten = changed;
  tell();
  history.back();
}

/** The query string from which this entry of the history was opened. */
function cameFrom(state: unknown): unknown {
  return typeof state === 'object' && state !== null && 'from' in state ? state.from : undefined;
}

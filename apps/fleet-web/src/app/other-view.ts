import { changedQuery } from '../location/query-string.ts';

/** Opens the wall, or the page to work with; all else that the address asks for is kept, and Back leads back. */
export function openOtherView(view: 'wall' | 'page'): void {
  const { pathname, search } = window.location;
  window.location.assign(`${pathname}${changedQuery(search, { wall: view === 'wall' ? '1' : null })}`);
}

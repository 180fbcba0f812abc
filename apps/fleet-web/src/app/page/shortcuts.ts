import { FILTER_BOX_ID } from '../../features/processes/filter/filter-box.tsx';
import { OPEN_PARAMETER } from '../../features/processes/process-query.ts';
import { changeQuery } from '../../location/page-query.ts';
import { changedQuery } from '../../location/query-string.ts';

/** What the keys can set going. */
export type PageActions = {
  readonly togglePause: () => void;
  readonly refresh: () => void;
  readonly openHelp: () => void;
};

/** One key and what it does. */
export type Shortcut = {
  readonly key: string;
  readonly does: string;
  readonly run: (actions: PageActions) => void;
};

/** Every key of the page. */
export const SHORTCUTS: readonly Shortcut[] = [
  { key: '/', does: 'Filter the processes', run: focusFilter },
  { key: 'p', does: 'Pause polling, or go on', run: ({ togglePause }) => togglePause() },
  { key: 'r', does: 'Refresh now', run: ({ refresh }) => refresh() },
  { key: 'w', does: 'Go to the wall screen', run: goToWall },
  { key: '?', does: 'Show this help', run: ({ openHelp }) => openHelp() },
  { key: 'Escape', does: 'Close the open process', run: () => changeQuery({ [OPEN_PARAMETER]: null }) },
];

/** What a key press means; letters do nothing while they are switched off, Escape always works. */
export function shortcutFor(key: string, lettersOn: boolean): Shortcut | undefined {
  return SHORTCUTS.find((shortcut) => shortcut.key === key && (lettersOn || key.length > 1));
}

function focusFilter(): void {
  const box = document.getElementById(FILTER_BOX_ID) ?? document.getElementById('processes');
  box?.scrollIntoView({ block: 'center' });
  if (box instanceof HTMLInputElement) {
    box.focus();
    box.select();
  }
}

function goToWall(): void {
  const { pathname, search } = window.location;
  window.location.assign(`${pathname}${changedQuery(search, { wall: '1' })}`);
}

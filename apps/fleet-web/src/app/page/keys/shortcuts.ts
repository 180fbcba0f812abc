import { flushSync } from 'react-dom';
import { OPEN_PARAMETER } from '../../../components/handle/places.ts';
import { openSection } from '../../../components/section/open-section.ts';
import { FILTER_BOX_ID } from '../../../features/processes/filter-box-id.ts';
import { closeInQuery } from '../../../location/page-query.ts';
import { openOtherView } from '../../other-view.ts';

/** What the keys can set going. */
export type PageActions = {
  readonly togglePause: () => void;
  readonly refresh: () => void;
  readonly copyIncident: () => void;
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
  { key: 'c', does: 'Copy for the incident channel', run: ({ copyIncident }) => copyIncident() },
  { key: 'w', does: 'Go to the wall screen', run: () => openOtherView('wall') },
  { key: '?', does: 'Show this help', run: ({ openHelp }) => openHelp() },
  { key: 'Escape', does: 'Close the open process', run: () => closeInQuery({ [OPEN_PARAMETER]: null }) },
];

/** What a key press means; letters do nothing while they are switched off, Escape always works. */
export function shortcutFor(key: string, lettersOn: boolean): Shortcut | undefined {
  return SHORTCUTS.find((shortcut) => shortcut.key === key && (lettersOn || key.length > 1));
}

/** At once, not at the next frame: a letter typed right after the key would act as a shortcut itself. */
function focusFilter(): void {
  flushSync(() => openSection('processes'));
  const box = document.getElementById(FILTER_BOX_ID) ?? document.getElementById('processes');
  box?.scrollIntoView({ block: 'center' });
  if (box instanceof HTMLInputElement) {
    box.focus();
    box.select();
  }
}

import { useEffect } from 'react';
import { type PageActions, shortcutFor } from './shortcuts.ts';

/** Listens to the page's keys: not while something is typed, a dialog asks, or a modifier is held. */
export function useShortcuts(actions: PageActions, lettersOn: boolean): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector('dialog[data-modal][open]') !== null) return;
      const shortcut = shortcutFor(event.key, lettersOn);
      if (shortcut === undefined) return;
      event.preventDefault();
      shortcut.run(actions);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [actions, lettersOn]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type="checkbox"]), textarea, select'))
  );
}

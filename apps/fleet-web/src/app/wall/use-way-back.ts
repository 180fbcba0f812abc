import { useEffect } from 'react';
import { areLettersOn } from '../letters-switch.ts';
import { openOtherView } from '../other-view.ts';

/** Escape, or `w` where single letters act, leads from the wall to the page. */
export function useWayBack(): void {
  useEffect(() => {
    const press = ({ key, repeat, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      if (repeat || ctrlKey || metaKey || altKey) return;
      if (key === 'Escape' || (key === 'w' && areLettersOn())) openOtherView('page');
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

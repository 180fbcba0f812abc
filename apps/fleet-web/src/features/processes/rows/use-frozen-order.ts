import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { rowsMoved } from './rows-moved.ts';

type Held = { readonly view: string; readonly keys: readonly string[] };

/**
 * Holds the rows in their places while the pointer or the focus is among them, so that none slips away from
 * under it. `view` names what was asked: asking for something else applies at once.
 */
export function useFrozenOrder(wanted: readonly string[], view: string) {
  const box = useRef<HTMLDivElement>(null);
  const [pointerInside, setPointerInside] = useState(false);
  const [focusInside, setFocusInside] = useState(false);
  const [held, setHeld] = useState<Held | null>(null);

  const isFrozen = pointerInside || focusInside;
  if (isFrozen && held?.view !== view) setHeld({ view, keys: wanted });
  if (!isFrozen && held !== null) setHeld(null);

  // An element that leaves the page takes its focus with it and tells nobody.
  useEffect(() => {
    if (focusInside && !box.current?.contains(document.activeElement)) setFocusInside(false);
  });

  const keys = held?.view === view ? held.keys : wanted;
  return {
    keys,
    moved: keys === wanted ? 0 : rowsMoved(keys, wanted),
    apply: () => setHeld({ view, keys: wanted }),
    boxProps: {
      ref: box,
      onPointerEnter: () => setPointerInside(true),
      onPointerLeave: () => setPointerInside(false),
      onFocus: () => setFocusInside(true),
      onBlur: (event: FocusEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocusInside(false);
      },
    },
  };
}

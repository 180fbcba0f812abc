import './folded-list.css';
import { type ReactNode, useState } from 'react';
import { formatCount } from '../format/count.ts';
import { Button } from './button/button.tsx';

type Fold<T> = { readonly visible: readonly T[]; readonly button: ReactNode };

/** The first items of many, and a button that says how many more there are and shows them. */
export function useFold<T>(items: readonly T[], shown: number, controls: string): Fold<T> {
  const [open, setOpen] = useState(false);
  const hidden = items.length - shown;
  if (hidden <= 0) return { visible: items, button: null };
  return {
    visible: open ? items : items.slice(0, shown),
    button: (
      <Button
        className="fold-button"
        aria-expanded={open}
        aria-controls={controls}
        onClick={() => setOpen(!open)}
      >
        {open ? 'Show fewer' : `Show ${formatCount(hidden)} more`}
      </Button>
    ),
  };
}

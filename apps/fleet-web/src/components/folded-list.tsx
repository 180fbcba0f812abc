import './folded-list.css';
import { type ReactNode, useId, useState } from 'react';
import { formatCount } from '../format/count.ts';

type Props = {
  readonly label: string;
  readonly items: readonly ReactNode[];
  /** How many items stay in view while the list is folded. */
  readonly shown: number;
};

/** A list that shows its first items and says how many more there are. */
export function FoldedList({ label, items, shown }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const hidden = items.length - shown;
  const visible = open ? items : items.slice(0, shown);
  return (
    <>
      <ul id={id} className="folded-list" aria-label={label}>
        {visible.map((item, place) => (
          <li key={place}>{item}</li>
        ))}
      </ul>
      {hidden > 0 && (
        <button
          type="button"
          className="fold-button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Show fewer' : `Show ${formatCount(hidden)} more`}
        </button>
      )}
    </>
  );
}

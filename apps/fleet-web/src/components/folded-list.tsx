import './folded-list.css';
import { type ReactNode, useId } from 'react';
import { useFold } from './use-fold.tsx';

type Props<T> = {
  readonly label: string;
  readonly items: readonly T[];
  /** How many items stay in view while the list is folded. */
  readonly shown: number;
  /** What is drawn of an item; asked of those in view alone. */
  readonly children: (item: T) => ReactNode;
};

/** A list that shows its first items and says how many more there are. */
export function FoldedList<T>({ label, items, shown, children }: Props<T>) {
  const id = useId();
  const { visible, button } = useFold(items, shown, id);
  return (
    <>
      <ul id={id} className="folded-list" aria-label={label}>
        {visible.map((item, index) => (
          <li key={index}>{children(item)}</li>
        ))}
      </ul>
      {button}
    </>
  );
}

import './folded-list.css';
import { type ReactNode, useId } from 'react';
import { useFold } from './use-fold.tsx';

type Props = {
  readonly label: string;
  readonly items: readonly ReactNode[];
  /** How many items stay in view while the list is folded. */
  readonly shown: number;
};

/** A list that shows its first items and says how many more there are. */
export function FoldedList({ label, items, shown }: Props) {
  const id = useId();
  const { visible, button } = useFold(items, shown, id);
  return (
    <>
      <ul id={id} className="folded-list" aria-label={label}>
        {visible.map((item, index) => (
          <li key={index}>{item}</li>
        ))}
      </ul>
      {button}
    </>
  );
}

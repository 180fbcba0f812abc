import { memo, type ReactNode } from 'react';
import { Handle } from './handle.tsx';
import { subjectPlace } from './subject-place.ts';

type Props = {
  /** What it is, in the contract's words. */
  readonly kind: string;
  /** Its name, exactly. */
  readonly id: string;
  /** What to show in place of the name. */
  readonly children?: ReactNode;
};

/** A name that leads to what it names; only a name where nothing is to be led to. */
export const SubjectLink = memo(function SubjectLink({ kind, id, children = id }: Props) {
  const place = subjectPlace(kind, id);
  // In an element, where what cannot be seen is written out; what a component returns bare is not.
  return place === null ? <span>{children}</span> : <Handle to={place}>{children}</Handle>;
});

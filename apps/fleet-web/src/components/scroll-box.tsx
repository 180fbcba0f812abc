import { type ReactNode, useRef } from 'react';
import { useOverflow } from './use-overflow.ts';

type Props = { readonly label: string; readonly className: string; readonly children: ReactNode };

/** A box that may scroll, reachable by keyboard while there is something to scroll. */
export function ScrollBox({ label, className, children }: Props) {
  const box = useRef<HTMLElement>(null);
  const overflows = useOverflow(box);
  return (
    <section ref={box} className={className} aria-label={label} tabIndex={overflows ? 0 : undefined}>
      {children}
    </section>
  );
}

import type { ReactNode } from 'react';

type Props = { readonly label: string; readonly className: string; readonly children: ReactNode };

/** A box that may scroll, reachable by keyboard so that it can be. */
export function ScrollBox({ label, className, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard cannot scroll the box
    <section className={className} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

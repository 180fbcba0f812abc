import './handle.css';
import type { ReactNode } from 'react';
import { PageLink, type PagePlace } from '../../location/page-link.tsx';

type Props = { readonly to: PagePlace; readonly children: ReactNode };

/** A name in the text that leads to what it names. */
export function Handle({ to, children }: Props) {
  return (
    <PageLink className="handle" to={to}>
      {children}
    </PageLink>
  );
}

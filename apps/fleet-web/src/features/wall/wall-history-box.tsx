import './wall-history-box.css';
import type { ReactNode } from 'react';

/** The last hours, on room that the causes leave. */
export function WallHistoryBox({ children }: { readonly children: ReactNode }) {
  return (
    <section className="wall-history">
      <h2 className="visually-hidden">Last 6 hours</h2>
      {children}
    </section>
  );
}

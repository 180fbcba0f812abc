import './wall-history-box.css';
import type { ReactNode } from 'react';

/** The last hours, on room that the causes leave. */
export function WallHistoryBox({ children }: { readonly children: ReactNode }) {
  return (
    <div className="wall-history">
      <div className="wall-heading">
        <h2>Last 6 hours</h2>
      </div>
      {children}
    </div>
  );
}

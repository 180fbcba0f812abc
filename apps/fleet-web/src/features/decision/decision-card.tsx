import './decision-card.css';
import type { PropsWithChildren } from 'react';
import type { StatusFace } from '../../components/status-face.ts';

/** What stands under the verdict, as one with it: its reason and what to do, or why there is no data. */
export function DecisionCard({ face, children }: PropsWithChildren<{ readonly face: StatusFace }>) {
  return (
    <div className="decision" data-face={face.token}>
      {children}
    </div>
  );
}

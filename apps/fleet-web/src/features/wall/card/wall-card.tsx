import './wall-card.css';
import type { ReactNode } from 'react';
import type { StatusFace } from '../../../components/status-face.ts';
import { WallClock } from './wall-clock.tsx';

type Props = {
  readonly face: StatusFace;
  readonly headline: string;
  /** Which fleet this is, where it was said. */
  readonly environment: string | null;
  /** Since when it stands. */
  readonly since: ReactNode;
  /** Why: the first cause with its consequence, or what was found well. */
  readonly reason: ReactNode;
  /** What to do first. */
  readonly step: ReactNode;
};

/** The one answer with its reason and the first step, legible from the far end of the room; a clock proves the screen alive. */
export function WallCard({ face, headline, environment, since, reason, step }: Props) {
  return (
    <header className="wall-card" data-face={face.token}>
      <div className="wall-answer">
        <h1 className="wall-verdict">
          <span aria-hidden="true">{face.glyph}</span> {face.label}
        </h1>
        {since}
      </div>
      <WallClock environment={environment} />
      <div className="wall-decision">
        <p className="wall-headline">{headline}</p>
      </div>
      <div className="wall-reason">{reason}</div>
      {step}
      <p role="status" className="visually-hidden">
        {face.label}: {headline}
      </p>
    </header>
  );
}

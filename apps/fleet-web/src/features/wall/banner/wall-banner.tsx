import './wall-banner.css';
import type { ReactNode } from 'react';
import type { StatusFace } from '../../../components/status-face.ts';
import { WallClock } from './wall-clock.tsx';

type Props = {
  readonly face: StatusFace;
  readonly headline: string;
  /** Which fleet this is, where it was said. */
  readonly environment: string | null;
  /** What goes with the headline. */
  readonly children: ReactNode;
};

/** The one answer, legible from the far end of the room, with a clock that proves the screen alive. */
export function WallBanner({ face, headline, environment, children }: Props) {
  return (
    <header className="wall-banner" data-face={face.token}>
      <h1 className="wall-verdict">
        <span aria-hidden="true">{face.glyph}</span> {face.label}
      </h1>
      <div className="wall-decision">
        <p className="wall-headline">{headline}</p>
        {children}
      </div>
      <WallClock environment={environment} />
      <p role="status" className="visually-hidden">
        {face.label}: {headline}
      </p>
    </header>
  );
}

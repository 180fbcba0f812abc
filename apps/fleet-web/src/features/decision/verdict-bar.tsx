import './verdict-bar.css';
import type { ReactNode } from 'react';
import type { StatusFace } from '../../components/status-face.ts';

type Props = {
  readonly face: StatusFace;
  readonly headline: string;
  /** What stands at the far end of the bar, where there is room. */
  readonly aside?: ReactNode;
};

/** The one answer of the page, always in sight: how the fleet is, or that it cannot be seen. */
export function VerdictBar({ face, headline, aside }: Props) {
  return (
    <section className="verdict" data-face={face.token} aria-labelledby="verdict-word">
      <h2 id="verdict-word" className="verdict-word">
        <span aria-hidden="true">{face.glyph}</span> {face.label}
      </h2>
      <p className="verdict-headline">{headline}</p>
      {aside}
      {/* Read out when the verdict changes; the ages beside it change every second and must not be. */}
      <p role="status" className="visually-hidden">
        {face.label}: {headline}
      </p>
    </section>
  );
}

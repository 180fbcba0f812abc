import './history-strip.css';
import type { FleetHistory } from 'fleet-core/contract/answers/history';
import { formatAge } from '../../format/age.ts';
import { formatUtc } from '../../format/utc-time.ts';
import { faceOfState, type Stretch, statusStretches } from './status-stretches.ts';
import type { TimeSpan } from './time-span.ts';

type Props = {
  readonly history: FleetHistory;
  /** The instant up to which the strip goes, on the database's clock. */
  readonly generatedAt: string;
  readonly span: TimeSpan;
};

/** The status over a span as one strip. */
export function HistoryStrip({ history, generatedAt, span }: Props) {
  const stretches = statusStretches(history, Date.parse(generatedAt), span.ms);
  return (
    <div
      className="strip"
      role="img"
      aria-label={`Status, ${span.label.toLowerCase()}: ${stretches.map(stretchText).join(', ')}`}
    >
      {stretches.map((stretch) => (
        <span
          key={stretch.fromMs}
          className="stretch"
          data-face={faceOfState(stretch.state).token}
          data-unwatched={stretch.state === null}
          title={`${stretchText(stretch)}, from ${formatUtc(new Date(stretch.fromMs).toISOString())}`}
          style={{ flexGrow: (stretch.toMs - stretch.fromMs) / span.ms }}
        >
          <span className="stretch-word" aria-hidden="true">
            {faceOfState(stretch.state).glyph}
          </span>
        </span>
      ))}
    </div>
  );
}

function stretchText(stretch: Stretch): string {
  return `${faceOfState(stretch.state).label} for ${formatAge((stretch.toMs - stretch.fromMs) / 1000)}`;
}

import './history-strip.css';
import type { FleetHistory } from 'fleet-core/contract/history';
import { faceOf, NO_DATA, type StatusFace } from '../../components/status-face.ts';
import { formatAge } from '../../format/age.ts';
import { formatUtc } from '../../format/utc-time.ts';
import { type Stretch, statusStretches } from './status-stretches.ts';
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
          data-face={faceOfStretch(stretch).token}
          data-unwatched={stretch.state === null}
          title={`${stretchText(stretch)}, from ${formatUtc(new Date(stretch.fromMs).toISOString())}`}
          style={{ flexGrow: (stretch.toMs - stretch.fromMs) / span.ms }}
        >
          <span className="stretch-word" aria-hidden="true">
            {faceOfStretch(stretch).glyph}
          </span>
        </span>
      ))}
    </div>
  );
}

const UNWATCHED: StatusFace = { token: 'loading', glyph: 'not watched', label: 'not watched' };

function faceOfStretch({ state }: Stretch): StatusFace {
  if (state === null) return UNWATCHED;
  return state === 'unread' ? NO_DATA : faceOf(state);
}

function stretchText(stretch: Stretch): string {
  return `${faceOfStretch(stretch).label} for ${formatAge((stretch.toMs - stretch.fromMs) / 1000)}`;
}

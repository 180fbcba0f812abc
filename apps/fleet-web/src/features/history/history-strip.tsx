import './history-strip.css';
import type { FleetHistory } from 'fleet-core/contract/history';
import { useFreshness } from '../../components/freshness.ts';
import { faceOf, NO_DATA, type StatusFace } from '../../components/status-face.ts';
import { formatAge } from '../../format/age.ts';
import { formatUtc } from '../../format/utc-time.ts';
import { STRIP_MS, type Stretch, statusStretches } from './status-stretches.ts';

type Props = {
  readonly history: FleetHistory;
  /** The instant up to which the strip goes, on the database's clock. */
  readonly generatedAt: string;
};

/** The status over the last hours as one strip. */
export function HistoryStrip({ history, generatedAt }: Props) {
  const isOld = useFreshness().kind === 'old';
  const stretches = statusStretches(history, Date.parse(generatedAt));
  return (
    <>
      <div
        className="strip"
        role="img"
        aria-label={`Status over the last 6 hours: ${stretches.map(stretchText).join(', ')}`}
      >
        {stretches.map((stretch) => (
          <span
            key={stretch.fromMs}
            className="stretch"
            data-face={faceOfStretch(stretch).token}
            data-unwatched={stretch.state === null}
            title={`${stretchText(stretch)}, from ${formatUtc(new Date(stretch.fromMs).toISOString())}`}
            style={{ flexGrow: (stretch.toMs - stretch.fromMs) / STRIP_MS }}
          >
            <span className="stretch-word" aria-hidden="true">
              {faceOfStretch(stretch).glyph}
            </span>
          </span>
        ))}
      </div>
      <div className="strip-axis" aria-hidden="true">
        {['6h ago', '4h', '2h', isOld ? 'last read' : 'now'].map((mark) => (
          <span key={mark}>{mark}</span>
        ))}
      </div>
    </>
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

import './history-panel.css';
import type { FleetHistory } from 'fleet-core/contract/history';
import { FoldedList } from '../../components/folded-list.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { faceOf, NO_DATA, type StatusFace } from '../../components/status-face.ts';
import { formatAge } from '../../format/age.ts';
import { formatUtc } from '../../format/instant.ts';
import { STRIP_MS, type Stretch, statusStretches } from './status-stretches.ts';
import { transitionTexts } from './transition-texts.ts';

const SHOWN = 5;

type Props = {
  readonly history: FleetHistory | null;
  /** The instant up to which the strip goes, on the database's clock. */
  readonly generatedAt: string | null;
};

/** What the fleet looked like in the last hours, and what changed. */
export function HistoryPanel({ history, generatedAt }: Props) {
  if (generatedAt === null) return <Panel title="Last 6 hours" name="history" />;
  if (history === null) {
    return (
      <Panel title="Last 6 hours" name="history">
        <Empty>What changed lately could not be read</Empty>
      </Panel>
    );
  }
  const stretches = statusStretches(history, Date.parse(generatedAt));
  const texts = transitionTexts(history);
  return (
    <Panel title="Last 6 hours" name="history">
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
        {['6h ago', '4h', '2h', 'now'].map((mark) => (
          <span key={mark}>{mark}</span>
        ))}
      </div>
      {texts.length === 0 ? (
        <Empty>Nothing has changed since this dashboard began to watch</Empty>
      ) : (
        <FoldedList label="What changed" shown={SHOWN} items={texts} />
      )}
    </Panel>
  );
}

const UNWATCHED: StatusFace = { token: 'loading', glyph: '', label: 'not watched' };

function faceOfStretch({ state }: Stretch): StatusFace {
  if (state === null) return UNWATCHED;
  return state === 'unread' ? NO_DATA : faceOf(state);
}

function stretchText(stretch: Stretch): string {
  return `${faceOfStretch(stretch).label} for ${formatAge((stretch.toMs - stretch.fromMs) / 1000)}`;
}

import './status-badge.css';
import { useFreshness } from './freshness.ts';
import { faceOf, pastFaceOf, RETIRED, STALE, type StatusFace } from './status-face.ts';

type Props = { readonly level: string; readonly planned?: boolean | undefined };

/** A level as shape, word and colour. While the page is old it says what the level was. */
export function StatusBadge({ level, planned }: Props) {
  const old = useFreshness().kind === 'old';
  return <FaceBadge face={old ? pastFaceOf(level) : faceOf(level, planned)} />;
}

/** The mark of something whose heartbeat is too old. */
export function StaleBadge() {
  const old = useFreshness().kind === 'old';
  return <FaceBadge face={old ? pastFaceOf('stale') : STALE} />;
}

/** The mark of something that is retired by plan, and so in no trouble. */
export function RetiredBadge() {
  const old = useFreshness().kind === 'old';
  return <FaceBadge face={old ? pastFaceOf('retired') : RETIRED} />;
}

function FaceBadge({ face }: { readonly face: StatusFace }) {
  return (
    <span className="badge" data-face={face.token}>
      <span aria-hidden="true">{face.glyph}</span> {face.label}
    </span>
  );
}

import './status-badge.css';
import { memo } from 'react';
import { useFreshnessKind } from './freshness.ts';
import { faceOf, pastFaceOf, RETIRED, STALE, type StatusFace } from './status-face.ts';

type Props = { readonly level: string; readonly planned?: boolean | undefined };

/** A level as shape, word and colour. While the page is old it says what the level was. */
export const StatusBadge = memo(function StatusBadge({ level, planned }: Props) {
  const old = useFreshnessKind() === 'old';
  return <FaceBadge face={old ? pastFaceOf(level) : faceOf(level, planned)} />;
});

/** The mark of something whose heartbeat is too old. */
export const StaleBadge = memo(function StaleBadge() {
  const old = useFreshnessKind() === 'old';
  return <FaceBadge face={old ? pastFaceOf('stale') : STALE} />;
});

/** The mark of something that is retired by plan, and so in no trouble. */
export const RetiredBadge = memo(function RetiredBadge() {
  const old = useFreshnessKind() === 'old';
  return <FaceBadge face={old ? pastFaceOf('retired') : RETIRED} />;
});

function FaceBadge({ face }: { readonly face: StatusFace }) {
  return (
    <span className="badge" data-face={face.token}>
      <span aria-hidden="true">{face.glyph}</span> {face.label}
    </span>
  );
}

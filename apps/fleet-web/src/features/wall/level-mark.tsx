import { useFreshness } from '../../components/freshness.ts';
import { faceOf, pastFaceOf } from '../../components/status-face.ts';

/** A level as its shape, with the word for those who do not see it. */
export function LevelMark({ level }: { readonly level: string }) {
  const face = faceOf(level);
  const word = useFreshness().kind === 'old' ? pastFaceOf(level).label : face.label;
  return (
    <span className="wall-mark toned" data-level={level}>
      <span aria-hidden="true">{face.glyph}</span>
      <span className="visually-hidden">{word}</span>
    </span>
  );
}

import { useFreshnessKind } from '../../components/freshness.ts';
import { faceOf, pastFaceOf } from '../../components/status-face.ts';
import type { Answer } from '../../format/answer-to.ts';

type Props = { readonly level: string; readonly planned?: boolean | undefined };

/** A level as its shape, with the word for those who do not see it. */
export function LevelMark({ level, planned }: Props) {
  const face = faceOf(level, planned);
  const word = useFreshnessKind() === 'old' ? pastFaceOf(level).label : face.label;
  return (
    <span className="wall-mark" data-tone={face.token}>
      <span aria-hidden="true">{face.glyph}</span>
      <span className="visually-hidden">{word}</span>
    </span>
  );
}

/** The mark of a section, where the API asks about it. */
export function AnswerMark({ answer: { level, planned } }: { readonly answer: Answer }) {
  return level === undefined ? null : <LevelMark level={level} planned={planned} />;
}

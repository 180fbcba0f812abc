import './wall-tile-row.css';
import { answerFace } from '../../../components/status-face.ts';
import { AnswerMark } from '../level-mark.tsx';
import type { WallTile } from './wall-tiles.ts';

/** The fleet's answers, each with the number that tells it, to be read across a room. */
export function WallTileRow({ tiles }: { readonly tiles: readonly WallTile[] }) {
  return (
    <ul className="wall-tiles" aria-label="The fleet in numbers">
      {tiles.map(({ name, value, unit, size, ...answer }) => (
        <li key={name} className="wall-tile" data-tone={answerFace(answer)?.token}>
          <span className="wall-tile-name">
            <AnswerMark answer={answer} /> {name}
          </span>
          <span className="wall-tile-value" data-size={size}>
            {value} {unit !== '' && <span className="wall-tile-unit">{unit}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

import './wall-tile-row.css';
import { Age } from '../../../components/age.tsx';
import { answerFace } from '../../../components/status-face.ts';
import { AnswerMark } from '../level-mark.tsx';
import type { WallTile } from './wall-tiles.ts';

/** The fleet in numbers that can be read across a room. */
export function WallTileRow({ tiles }: { readonly tiles: readonly WallTile[] }) {
  return (
    <ul className="wall-tiles" aria-label="The fleet in numbers">
      {tiles.map(({ name, value, ageSec, ...answer }) => (
        <li key={name} className="wall-tile" data-tone={answerFace(answer)?.token}>
          <span className="wall-tile-name">
            <AnswerMark answer={answer} /> {name}
          </span>
          <span className="wall-tile-value">{ageSec === undefined ? value : <Age seconds={ageSec} />}</span>
        </li>
      ))}
    </ul>
  );
}

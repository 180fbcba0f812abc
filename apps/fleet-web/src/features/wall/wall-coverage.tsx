import './wall-coverage.css';
import type { ReactNode } from 'react';
import { LevelMark } from './level-mark.tsx';

type Props = { readonly level: string; readonly fact: string; readonly map: ReactNode };

/** The bucket range: the fact, and its picture. */
export function WallCoverage({ level, fact, map }: Props) {
  return (
    <section className="wall-coverage">
      <div className="wall-heading">
        <h2>Buckets</h2> <LevelMark level={level} /> {fact}
      </div>
      <div className="wall-map">{map}</div>
    </section>
  );
}

import './wall-coverage.css';
import type { ReactNode } from 'react';
import { LevelMark } from './level-mark.tsx';

type Props = { readonly level: string; readonly fact: string; readonly map: ReactNode };

/** The bucket range: the fact, and its picture. */
export function WallCoverage({ level, fact, map }: Props) {
  return (
    <section className="wall-coverage">
      <h2 className="wall-heading">
        Buckets · <LevelMark level={level} /> {fact}
      </h2>
      <div className="wall-map">{map}</div>
    </section>
  );
}

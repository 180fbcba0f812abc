import './wall-coverage.css';
import type { ReactNode } from 'react';
import type { Answer } from '../../format/answer-to.ts';
import { AnswerMark } from './level-mark.tsx';

type Props = { readonly answer: Answer; readonly fact: string; readonly map: ReactNode };

/** The bucket range: the fact, and its picture. */
export function WallCoverage({ answer, fact, map }: Props) {
  return (
    <section className="wall-coverage">
      <div className="wall-heading">
        <h2>Buckets</h2> <AnswerMark answer={answer} /> {fact}
      </div>
      <div className="wall-map">{map}</div>
    </section>
  );
}

import './health-chips.css';
import { Button } from '../../../components/button/button.tsx';
import { faceOf, STALE } from '../../../components/status-face.ts';
import { formatCount } from '../../../format/count.ts';
import { HEALTHY, healthName } from '../health-word.ts';
import type { HealthCount } from './health-counts.ts';

type Props = {
  readonly counts: readonly HealthCount[];
  readonly chosen: readonly string[];
  readonly problemsOnly: boolean;
  readonly onChoose: (words: readonly string[]) => void;
  readonly onProblemsOnly: (on: boolean) => void;
};

/** One toggle for each health, with how many processes have it; and one that leaves the healthy out. */
export function HealthChips({ counts, chosen, problemsOnly, onChoose, onProblemsOnly }: Props) {
  const toggle = (word: string) =>
    onChoose(chosen.includes(word) ? chosen.filter((other) => other !== word) : [...chosen, word]);
  const emptied = chosen.filter((word) => counts.every((count) => count.word !== word));
  return (
    <fieldset className="health-chips">
      <legend className="visually-hidden">Show only</legend>
      {[...counts, ...emptied.map((word) => ({ word, count: 0 }))].map(({ word, count }) => (
        <Button
          key={word}
          data-health={word === HEALTHY ? 'ok' : word}
          aria-pressed={chosen.includes(word)}
          onClick={() => toggle(word)}
        >
          <span aria-hidden="true">{glyphOf(word)}</span> <b>{formatCount(count)}</b> {healthName(word)}
        </Button>
      ))}
      <Button aria-pressed={problemsOnly} onClick={() => onProblemsOnly(!problemsOnly)}>
        problems only
      </Button>
    </fieldset>
  );
}

function glyphOf(word: string): string {
  return word === 'stale' ? STALE.glyph : faceOf(word).glyph;
}

import type { BucketMode } from 'fleet-core/contract/bucket-coverage';
import { countOf, formatCount } from '../../../format/count.ts';
import type { BucketGrid, CellState } from './bucket-grid.ts';

/** The grid in words, with the meaning of each mark that it has: `Each cell is 2 buckets · ✕ 4 without owner`. */
export function gridSentence(
  { cells, bucketsPerCell }: BucketGrid,
  mode: BucketMode | (string & {}),
): string {
  const count = (state: CellState) => cells.filter((cell) => cell.state === state).length;
  const marks = [
    [count('gap'), mode === 'pinned' ? 'empty: not pinned' : '✕ without owner'],
    [count('rest'), 'empty: with v1'],
    [count('overlap'), 'digit: claimed by so many hosts'],
    [count('stale'), 'stripes: silent owner'],
    [count('unusual'), 'outlined: owner not active'],
  ] as const;
  const each = `Each cell is ${countOf(bucketsPerCell, 'bucket')}`;
  const wrong = marks.flatMap(([cells, meaning]) =>
    cells > 0 ? [`${meaning} (${formatCount(cells)})`] : [],
  );
  return [each, ...(wrong.length > 0 ? wrong : ['all owned once'])].join(' · ');
}

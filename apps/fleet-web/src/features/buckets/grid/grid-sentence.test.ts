import { expect, it } from 'vitest';
import { makeCoverage, makeOwner } from '../../../testing/make-coverage.ts';
import { layOutGrid } from './bucket-grid.ts';
import { gridSentence } from './grid-sentence.ts';

function sentence(overrides: Parameters<typeof makeCoverage>[0]): string {
  const coverage = makeCoverage(overrides);
  const grid = layOutGrid(coverage, 100);
  return grid === null ? '' : gridSentence(grid, coverage.mode);
}

it('says that all is well where it is', () => {
  expect(sentence({})).toBe('Each cell is 1 bucket · all owned once');
});

it('counts the cells of each mark, and says what the mark means', () => {
  const hosts = [{ ...makeOwner('a', 500, 501), stale: true }];
  const overlaps = [{ min: 300, max: 300, host_ids: ['a', 'b'] }];
  expect(sentence({ gaps: [{ min: 120, max: 123 }], hosts, overlaps })).toBe(
    'Each cell is 1 bucket · ✕ without owner (4) · digit: claimed by so many hosts (1) · stripes: silent owner (2)',
  );
});

it('does not call it a fault while hosts are pinned', () => {
  expect(sentence({ mode: 'pinned', hosts: [], gaps: [{ min: 0, max: 9 }] })).toBe(
    'Each cell is 1 bucket · empty: not pinned (10)',
  );
});

import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { makeCoverage, makeLock, makeOwner } from '../../testing/make-coverage.ts';
import { coverageFact } from './coverage-fact.ts';
import { coverageFaults } from './coverage-faults.ts';
import { layOutGrid } from './grid/bucket-grid.ts';
import { gridSentence } from './grid/grid-sentence.ts';
import BucketOwners from './owners/bucket-owners.tsx';
import { layOutRibbon } from './ribbon/bucket-ribbon.ts';

afterEach(cleanup);

const HALF = makeCoverage({
  mode: 'api_controlled',
  code: 'gap',
  status: 'amber',
  hosts: [],
  host_count: 0,
  covered_buckets: 500,
  locks: [makeLock('a', 0, 249), makeLock('b', 250, 499, { held: false })],
  gaps: [{ min: 500, max: 599 }],
  remains_with_v1: [{ min: 600, max: 999 }],
});

describe('ownership by locks', () => {
  it('is told with what v2 holds, and the locks that nobody stands behind', () => {
    expect(coverageFact(HALF)).toBe(
      'v2 holds 500 of 1,000 buckets · 1 gap (100 buckets) · 0 overlaps · 1 lock without a monitor (250 buckets) · API-controlled, 2 locks',
    );
  });

  it('is drawn with rollout and change, its gap as a fault, and what remains with v1 as none', () => {
    const ribbon = layOutRibbon(HALF, 1600);
    expect(ribbon?.lanes).toMatchObject([{ kind: 'locked' }]);
    expect(ribbon?.lanes[0]?.segments.map(({ title, stale }) => [title, stale])).toEqual([
      ['a · 0–249 · rol_a · CHG-7', false],
      ['b · 250–499 · rol_b · CHG-7 · not active', true],
    ]);
    expect(ribbon?.lanes[0]?.segments[0]?.label?.text).toBe('a · rol_a · CHG-7');
    expect(ribbon?.faults.map(({ kind, text }) => [kind, text])).toEqual([
      ['rest', 'v1 600–999'],
      ['gap', 'NO LOCK 500–599'],
    ]);
  });

  it('names in words all that the picture marks', () => {
    expect(coverageFaults(HALF).map(({ kind, text }) => [kind, text])).toEqual([
      ['gap', 'No lock 500–599 (100 buckets) after b'],
      ['stale', 'b has no active monitor and holds the lock of 250–499'],
      ['rest', 'With v1 600–999 (400 buckets)'],
    ]);
  });

  it('leaves what remains with v1 empty in the grid', () => {
    const grid = layOutGrid(HALF, 100);
    expect(grid && gridSentence(grid, HALF.mode)).toBe(
      'Each cell is 1 bucket · ✕ without owner (100) · empty: with v1 (400) · stripes: silent owner (250)',
    );
  });

  it('lists the locks, and owner rows only where there are any beside', () => {
    const show = (coverage: typeof HALF) => render(<BucketOwners coverage={coverage} graceSec={600} />);
    show(HALF);
    expect(screen.getByRole('row', { name: /rol_b/ }).textContent).toContain('✕ not activerol_bCHG-7');
    expect(screen.queryByText(/owner rows found/)).toBeNull();
    cleanup();
    show({ ...HALF, hosts: [makeOwner('c', 0, 9)] });
    expect(screen.getByRole('row', { name: /^c / }).textContent).toContain('0–9');
  });
});

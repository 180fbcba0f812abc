import { expect, it } from 'vitest';
import { makeCoverage, makeOwner, makePinned } from '../../../testing/make-coverage.ts';
import { layOutGrid, needsGrid } from './bucket-grid.ts';

const COLUMNS = 100;
const owners = (count: number) => Array.from({ length: count }, (_, i) => makeOwner(`h-${i}`, i, i));
const layOut = (overrides: Parameters<typeof makeCoverage>[0] = {}, columns = COLUMNS) =>
  layOutGrid(makeCoverage(overrides), columns);
const faulty = (...args: Parameters<typeof layOut>) =>
  layOut(...args)?.cells.filter((cell) => cell.state !== 'owned') ?? [];

it('gives every bucket of a thousand a cell, in ten rows that begin with the hundreds', () => {
  const grid = layOut();
  expect(grid?.cells).toHaveLength(1000);
  expect(grid?.rowStarts).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900]);
  expect(faulty()).toEqual([]);
});

it('shows a gap of one bucket in its place', () => {
  expect(faulty({ gaps: [{ min: 733, max: 733 }] })).toEqual([
    { column: 33, row: 7, state: 'gap', depth: 0 },
  ]);
});

it('counts who claims an overlap', () => {
  const overlaps = [{ min: 300, max: 300, host_ids: ['a', 'b'], more_hosts: 1 }];
  expect(faulty({ overlaps })).toEqual([{ column: 0, row: 3, state: 'overlap', depth: 3 }]);
});

it('shows stale owners and unusual ones, stale first', () => {
  const hosts = [
    { ...makeOwner('a', 0, 0), stale: true, status: 'draining' },
    { ...makeOwner('b', 1, 1), status: 'draining' },
    makeOwner('c', 2, 999),
  ];
  expect(faulty({ hosts }).map((cell) => cell.state)).toEqual(['stale', 'unusual']);
});

it('above a thousand buckets a cell stands for several, and the worst of them is shown', () => {
  const hosts = [{ ...makeOwner('a', 4, 5), stale: true }];
  const overlaps = [{ min: 5, max: 6, host_ids: ['a', 'b'] }];
  // 1,001 buckets, 2 to a cell: 501 cells; bucket 4 and 5 share cell 2, bucket 6 lies in cell 3.
  const grid = layOut({ bucket_total: 1001, hosts, overlaps });
  expect(grid?.bucketsPerCell).toBe(2);
  expect(grid?.cells).toHaveLength(501);
  expect(grid?.rowStarts).toEqual([0, 200, 400, 600, 800, 1000]);
  expect(grid?.cells.slice(2, 4).map((cell) => cell.state)).toEqual(['overlap', 'overlap']);
});

it('has fewer columns where there is less room', () => {
  expect(layOut({ bucket_total: 60 }, 25)?.rowStarts).toEqual([0, 25, 50]);
});

it('cuts off what lies outside the range', () => {
  const hosts = [{ ...makeOwner('a', -5, 2000), stale: true }];
  expect(faulty({ bucket_total: 10, hosts })).toHaveLength(10);
});

it('is wanted from 150 owners on, dynamic and pinned ones together', () => {
  expect(needsGrid(makeCoverage({ hosts: owners(149) }))).toBe(false);
  expect(needsGrid(makeCoverage({ hosts: owners(150) }))).toBe(true);
  expect(
    needsGrid(makeCoverage({ mode: 'mixed', hosts: owners(149), pinned: [makePinned('z', 0, 0)] })),
  ).toBe(true);
});

it.each([{ bucket_total: 0 }, { covered_buckets: null }])(
  'draws nothing without a range: %o',
  (overrides) => {
    expect(layOut(overrides)).toBeNull();
  },
);

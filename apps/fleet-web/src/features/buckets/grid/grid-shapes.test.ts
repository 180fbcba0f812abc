import { expect, it } from 'vitest';
import { makeCoverage } from '../../../testing/make-coverage.ts';
import { layOutGrid } from './bucket-grid.ts';
import { gridColumns, shapesOf } from './grid-shapes.ts';

function draw(overrides: Parameters<typeof makeCoverage>[0], width = 1044) {
  const grid = layOutGrid(makeCoverage(overrides), gridColumns(width));
  if (grid === null) throw new Error('nothing to draw');
  return shapesOf(grid, width);
}

it('draws all cells of a state in one path', () => {
  const { paths } = draw({});
  expect(paths.owned.match(/z/g)).toHaveLength(1000);
  expect(paths.gap).toBe('');
});

it('puts a cross into each cell of a gap, and draws it as owned no more', () => {
  const { paths, crosses } = draw({ gaps: [{ min: 120, max: 123 }] });
  expect(crosses.match(/M/g)).toHaveLength(4);
  expect(paths.owned.match(/z/g)).toHaveLength(996);
});

it('writes how many claim each bucket, with a plus above nine', () => {
  const { digits } = draw({
    overlaps: [
      { min: 0, max: 0, host_ids: ['a', 'b'] },
      { min: 100, max: 100, host_ids: ['a', 'b'], more_hosts: 8 },
    ],
  });
  expect(digits.text).toBe('2+');
  // Cells are 10 px wide and 12.5 px high, a pixel of each free: 44 + 9 / 2 and 11.5 / 2, one row below 12.5 more.
  expect(digits.xs).toBe('48.5 48.5');
  expect(digits.ys).toBe('5.8 18.3');
});

it.each([
  [1392, 100],
  [700, 50],
  [310, 25],
])('on %i px a row has %i cells, none of them under 8 px', (width, columns) => {
  expect(gridColumns(width)).toBe(columns);
  expect((width - 44) / columns).toBeGreaterThan(8);
});

it.each([1392, 700, 310])('on %i px the rows that begin with a hundred are labelled', (width) => {
  expect(draw({}, width).rowLabels.map((label) => label.text)).toEqual([
    '0',
    '100',
    '200',
    '300',
    '400',
    '500',
    '600',
    '700',
    '800',
    '900',
  ]);
});

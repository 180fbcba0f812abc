import type { BucketCoverage, BucketRange } from 'fleet-core/contract/bucket-coverage';
import { ownerLanes } from '../owned-range.ts';

/** From this many owners on, the ribbon shows their boundaries no more and the grid shows each bucket. */
const LEAST_GRID_OWNERS = 150;

const MOST_CELLS = 1000;

/** What a cell shows, worst last: where a cell stands for several buckets, the worst of them is shown. */
export const CELL_STATES = ['owned', 'rest', 'unusual', 'stale', 'overlap', 'gap'] as const;
export type CellState = (typeof CELL_STATES)[number];

/** One cell by its place in the grid. `depth` is how many hosts claim it where they overlap. */
export type GridCell = {
  readonly column: number;
  readonly row: number;
  readonly state: CellState;
  readonly depth: number;
};

/** The bucket range wrapped into rows. */
export type BucketGrid = {
  readonly columns: number;
  /** How many buckets one cell stands for. */
  readonly bucketsPerCell: number;
  /** The first bucket of each row. */
  readonly rowStarts: readonly number[];
  readonly cells: readonly GridCell[];
};

/** Whether there are so many owners that single ones are too thin to be seen on the ribbon. */
export function needsGrid(coverage: BucketCoverage): boolean {
  return ownerLanes(coverage).reduce((count, lane) => count + lane.ranges.length, 0) >= LEAST_GRID_OWNERS;
}

/** Lays the bucket range out in rows of `columns` cells. There is nothing to draw without a bucket total. */
export function layOutGrid(coverage: BucketCoverage, columns: number): BucketGrid | null {
  const { bucket_total, covered_buckets } = coverage;
  if (bucket_total <= 0 || covered_buckets === null) return null;
  const bucketsPerCell = Math.ceil(bucket_total / MOST_CELLS);
  const count = Math.ceil(bucket_total / bucketsPerCell);
  const { ranks, depths } = judgeCells(coverage, count, bucketsPerCell);
  return {
    columns,
    bucketsPerCell,
    rowStarts: Array.from({ length: Math.ceil(count / columns) }, (_, row) => row * columns * bucketsPerCell),
    cells: Array.from({ length: count }, (_, index) => ({
      column: index % columns,
      row: Math.floor(index / columns),
      state: CELL_STATES[ranks[index] ?? 0] ?? 'gap',
      depth: depths[index] ?? 0,
    })),
  };
}

function judgeCells(coverage: BucketCoverage, count: number, bucketsPerCell: number) {
  const ranks = new Uint8Array(count);
  const depths = new Uint32Array(count);
  const eachCell = ({ min, max }: BucketRange, visit: (index: number) => void) => {
    const last = Math.min(count - 1, Math.floor(max / bucketsPerCell));
    for (let index = Math.max(0, Math.floor(min / bucketsPerCell)); index <= last; index++) visit(index);
  };
  const mark = (range: BucketRange, state: CellState) => {
    const rank = CELL_STATES.indexOf(state);
    eachCell(range, (index) => {
      ranks[index] = Math.max(ranks[index] ?? 0, rank);
    });
  };
  for (const range of ownerLanes(coverage).flatMap((lane) => lane.ranges)) {
    if (range.stale) mark(range, 'stale');
    else if (range.unusualStatus !== null) mark(range, 'unusual');
  }
  for (const overlap of coverage.overlaps) {
    mark(overlap, 'overlap');
    const depth = overlap.host_ids.length + (overlap.more_hosts ?? 0);
    eachCell(overlap, (index) => {
      depths[index] = Math.max(depths[index] ?? 0, depth);
    });
  }
  for (const rest of coverage.remains_with_v1) mark(rest, 'rest');
  for (const gap of coverage.gaps) mark(gap, 'gap');
  return { ranks, depths };
}

import type { BucketGrid, CellState, GridCell } from './bucket-grid.ts';

/** The grid in pixels: one path for all cells of a state, so that a thousand cells are a handful of elements. */
export type GridShapes = {
  readonly width: number;
  readonly height: number;
  readonly rowLabels: readonly { readonly text: string; readonly y: number }[];
  readonly paths: Record<CellState, string>;
  /** The crosses in the cells that nobody owns. */
  readonly crosses: string;
  /** One character for each overlap, with the places of them all. */
  readonly digits: { readonly text: string; readonly xs: string; readonly ys: string };
  readonly digitPx: number;
};

/** Room for a row's first bucket number. */
const LABEL_PX = 44;
const MOST_CELL_HEIGHT = 18;
const SPACE = 1;

/** How many columns fit: hundreds where there is room, so that a row's label can be read as its number. */
export function gridColumns(width: number): number {
  if (width >= 900) return 100;
  return width >= 560 ? 50 : 25;
}

/** Puts the grid on `width` pixels. */
export function shapesOf(grid: BucketGrid, width: number): GridShapes {
  const cellWidth = (width - LABEL_PX) / grid.columns;
  const cellHeight = Math.min(MOST_CELL_HEIGHT, Math.max(12, cellWidth * 1.25));
  const left = (cell: GridCell) => LABEL_PX + cell.column * cellWidth;
  const top = (cell: GridCell) => cell.row * cellHeight;
  const inner = { width: cellWidth - SPACE, height: cellHeight - SPACE };
  const ofState = (state: CellState) => grid.cells.filter((cell) => cell.state === state);
  const pathOf = (state: CellState) =>
    ofState(state)
      .map(
        (cell) =>
          `M${px(left(cell))} ${px(top(cell))}h${px(inner.width)}v${px(inner.height)}h${px(-inner.width)}z`,
      )
      .join('');
  const cross = { x: inner.width * 0.56, y: inner.height * 0.56 };
  const overlaps = ofState('overlap');
  return {
    width,
    height: grid.rowStarts.length * cellHeight,
    rowLabels: grid.rowStarts.flatMap((start, row) =>
      (row * grid.columns) % 100 === 0 ? [{ text: String(start), y: (row + 0.5) * cellHeight }] : [],
    ),
    paths: {
      owned: pathOf('owned'),
      rest: pathOf('rest'),
      unusual: pathOf('unusual'),
      stale: pathOf('stale'),
      overlap: pathOf('overlap'),
      gap: pathOf('gap'),
    },
    crosses: ofState('gap')
      .map((cell) => {
        const x = left(cell) + (inner.width - cross.x) / 2;
        const y = top(cell) + (inner.height - cross.y) / 2;
        return `M${px(x)} ${px(y)}l${px(cross.x)} ${px(cross.y)}m0 ${px(-cross.y)}l${px(-cross.x)} ${px(cross.y)}`;
      })
      .join(''),
    digits: {
      text: overlaps.map(({ depth }) => (depth > 9 ? '+' : String(depth))).join(''),
      xs: overlaps.map((cell) => px(left(cell) + inner.width / 2)).join(' '),
      ys: overlaps.map((cell) => px(top(cell) + inner.height / 2)).join(' '),
    },
    digitPx: Math.min(cellHeight * 0.75, cellWidth * 1.1),
  };
}

function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

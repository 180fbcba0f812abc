import type { TimeFrame } from './time-frame.ts';

/** The height of a line's picture, in its own units. */
export const LANE_HEIGHT = 30;

/** A line as it is drawn: `top` is its greatest value, null where it was never read. */
export type LaneLine = { readonly path: string; readonly top: number | null };

/**
 * Draws one column: broken where it was not watched or not read, and at each place the greatest that was there. The picture
 * reaches up to `leastTop` at least.
 */
export function lineOf({ spots }: TimeFrame, values: readonly (number | null)[], leastTop = 0): LaneLine {
  const read = spots.flatMap(({ index }) => values[index] ?? []);
  if (read.length === 0) return { path: '', top: null };
  const top = read.reduce((most, value) => Math.max(most, value), 0);
  const yOf = (value: number) => heightOf(value, Math.max(top, leastTop));
  let path = '';
  /** What is drawn next, once it is known how great it was in its place. */
  let open: Piece | undefined;
  for (const { index, x, endX, goesOn } of spots) {
    const value = values[index] ?? null;
    const column = Math.floor(x);
    if (value !== null && open?.column === column) {
      open = { column, value: Math.max(open.value, value), endX };
    } else {
      path += pieceOf(open, yOf);
      if (value !== null && open === undefined) path += `M${round(x)} ${yOf(value)}`;
      open = value === null ? undefined : { column, value, endX };
    }
    if (!goesOn) {
      path += pieceOf(open, yOf);
      open = undefined;
    }
  }
  return { path: path + pieceOf(open, yOf), top };
}

/** Where a value lies in the picture of a line that reaches up to `top`. */
export function heightOf(value: number, top: number): number {
  return round(LANE_HEIGHT - 1 - (value / Math.max(1, top)) * (LANE_HEIGHT - 3));
}

type Piece = { readonly column: number; readonly value: number; readonly endX: number };

function pieceOf(piece: Piece | undefined, yOf: (value: number) => number): string {
  return piece === undefined ? '' : `V${yOf(piece.value)}H${round(piece.endX)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

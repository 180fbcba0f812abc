/** What is needed to know which rows of fixed height are in view. */
export type Viewport = {
  readonly scrollTop: number;
  readonly height: number;
  readonly rowHeight: number;
  readonly count: number;
};

/** Rows `start` up to and without `end`. */
export type RowWindow = { readonly start: number; readonly end: number };

/** Rows drawn above and below the view, so that scrolling does not show the bare ground. */
const OVERSCAN = 8;

/** The rows to draw. Never empty while there are rows, wherever the scroll position lies. */
export function rowWindow({ scrollTop, height, rowHeight, count }: Viewport): RowWindow {
  const inView = Math.ceil(height / rowHeight) + 1;
  const first = Math.max(0, Math.min(Math.floor(scrollTop / rowHeight), count - inView));
  return { start: Math.max(0, first - OVERSCAN), end: Math.min(count, first + inView + OVERSCAN) };
}

/** A piece of the table's body: one drawn row, or the room of rows that are not drawn. */
export type RowSegment =
  | { readonly kind: 'row'; readonly index: number }
  | { readonly kind: 'gap'; readonly after: number; readonly rows: number };

/** The body as rows and gaps. The rows in `kept` are drawn wherever they lie: they hold the focus. */
export function rowSegments(window: RowWindow, count: number, kept: readonly number[]): RowSegment[] {
  const drawn = new Set(kept.filter((index) => index >= 0 && index < count));
  for (let index = window.start; index < Math.min(window.end, count); index++) drawn.add(index);
  const segments: RowSegment[] = [];
  let next = 0;
  for (const index of [...drawn].sort((a, b) => a - b)) {
    if (index > next) segments.push({ kind: 'gap', after: next, rows: index - next });
    segments.push({ kind: 'row', index });
    next = index + 1;
  }
  if (count > next) segments.push({ kind: 'gap', after: next, rows: count - next });
  return segments;
}

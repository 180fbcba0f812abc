import { expect, it } from 'vitest';
import { rowSegments, rowWindow } from './row-window.ts';

const view = { scrollTop: 0, height: 480, rowHeight: 48, count: 2000 };

it('draws what is in view and eight rows beyond', () => {
  expect(rowWindow(view)).toEqual({ start: 0, end: 19 });
  expect(rowWindow({ ...view, scrollTop: 48 * 100 })).toEqual({ start: 92, end: 119 });
});

it('draws the last rows at the end, and past it when the table has just become shorter', () => {
  const atEnd = { start: 2000 - 11 - 8, end: 2000 };
  expect(rowWindow({ ...view, scrollTop: 48 * 2000 - 480 })).toEqual(atEnd);
  expect(rowWindow({ ...view, scrollTop: 48 * 5000 })).toEqual(atEnd);
});

it('draws all of a short table, and nothing of an empty one', () => {
  expect(rowWindow({ ...view, count: 3 })).toEqual({ start: 0, end: 3 });
  expect(rowWindow({ ...view, count: 0 })).toEqual({ start: 0, end: 0 });
});

it('never draws more than sixty rows of a large fleet, however tall the screen’s table', () => {
  for (let scrollTop = 0; scrollTop < 96_000; scrollTop += 777) {
    const { start, end } = rowWindow({ ...view, scrollTop, height: 2000 });
    expect(end - start).toBeLessThanOrEqual(60);
    expect(start).toBeLessThanOrEqual(Math.floor(scrollTop / 48));
  }
});

it('leaves the room of the rows that it does not draw', () => {
  expect(rowSegments({ start: 3, end: 5 }, 10, [])).toEqual([
    { kind: 'gap', after: 0, rows: 3 },
    { kind: 'row', index: 3 },
    { kind: 'row', index: 4 },
    { kind: 'gap', after: 5, rows: 5 },
  ]);
});

it('keeps the row with the focus wherever it is, once', () => {
  const segments = rowSegments({ start: 5, end: 6 }, 8, [1, 5, -1, 8]);
  expect(segments).toEqual([
    { kind: 'gap', after: 0, rows: 1 },
    { kind: 'row', index: 1 },
    { kind: 'gap', after: 2, rows: 3 },
    { kind: 'row', index: 5 },
    { kind: 'gap', after: 6, rows: 2 },
  ]);
  const height = segments.reduce((sum, part) => sum + (part.kind === 'gap' ? part.rows : 1), 0);
  expect(height).toBe(8);
});

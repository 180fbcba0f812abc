// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import type { Process } from 'fleet-core/contract/process';
import { afterEach, expect, it, vi } from 'vitest';
import { firstOf } from '../../../testing/first-of.ts';
import { makeProcess } from '../../../testing/make-process.ts';
import { snapshotWith } from '../../../testing/snapshot-with.ts';
import { COLUMNS } from '../columns/process-columns.tsx';
import { SortSelect } from '../filter/sort-select.tsx';
import { EMPTY_QUERY } from '../process-query.ts';
import { ProcessTable } from './process-table.tsx';
import { FOLD_KEY } from './table-rows.ts';

afterEach(cleanup);

const keys = COLUMNS.map(({ key }) => key);
const heads = COLUMNS.map(({ head }) => head);

const fleetOf = (count: number) =>
  Array.from({ length: count }, (_, index) => makeProcess({ host_id: `host-${index}` }));

/** The table of these processes; `others` are the keys of rows after them. */
function tableOf(processes: readonly Process[], others: readonly string[] = []) {
  const shown = processes.map(({ process_id }) => process_id);
  return (
    <ProcessTable
      processes={processes}
      settings={structuredClone(snapshotWith().settings)}
      minorities={new Map()}
      rows={{ keys: [...shown, ...others], matching: processes.length, folded: 0 }}
      query={EMPTY_QUERY}
      openId={null}
      onOpen={() => {}}
    />
  );
}

/** Shows a table of so many processes. */
function show(count: number, others: readonly string[] = []): void {
  render(tableOf(fleetOf(count), others));
}

const cellsOf = (row: string) => [...document.querySelectorAll<HTMLTableCellElement>(`${row} > :is(th, td)`)];
const spanOf = (row: string) => cellsOf(row).reduce((sum, { colSpan }) => sum + colSpan, 0);

it('has each column once, and one that names the rows', () => {
  expect(new Set(keys).size).toBe(keys.length);
  expect(COLUMNS.filter((column) => column.isRowHeader)).toHaveLength(1);
});

it('shows the same columns in the same order in its head, its rows and its cards, and sorts by the same', () => {
  show(1);
  expect(cellsOf('thead tr').map(({ dataset }) => dataset.column)).toEqual(keys);
  expect(cellsOf('thead tr').map(({ textContent }) => textContent)).toEqual(heads);
  const cells = cellsOf('[data-process]');
  expect(cells.map(({ dataset }) => dataset.column)).toEqual(keys);
  expect(cells.map(({ dataset }) => dataset.label).filter(Boolean)).toEqual(
    COLUMNS.filter(({ card }) => card !== 'line' && card !== 'none').map(({ head }) => head),
  );
  render(<SortSelect sort={null} onSort={() => {}} />);
  const [, ...options] = screen.getAllByRole('option');
  expect(options.map(({ textContent }) => textContent)).toEqual(
    heads.flatMap((head) => [`${head} ↑`, `${head} ↓`]),
  );
});

it('has rows of other kinds as wide as the table', () => {
  show(301);
  expect(spanOf('.row-gap')).toBe(keys.length);
  cleanup();
  show(1, ['gone:monitor', FOLD_KEY]);
  expect(spanOf('.gone-row')).toBe(keys.length);
  expect(spanOf('.fold-row')).toBe(keys.length);
});

it('gives the columns of a long table their widths, and the names what is left', () => {
  show(301);
  const width = COLUMNS.reduce((sum, { widthPx }) => sum + widthPx, 0);
  expect(screen.getByRole('table').style.minWidth).toBe(`${width}px`);
  expect(cellsOf('thead tr').map(({ style }) => style.width)).toEqual(
    COLUMNS.map(({ widthPx, isRowHeader }) => (isRowHeader ? '' : `${widthPx}px`)),
  );
});

it('leaves the widths of a short table to what is in it', () => {
  show(2);
  expect(screen.getByRole('table').style.minWidth).toBe('');
  expect(cellsOf('thead tr').every(({ style }) => style.width === '')).toBe(true);
});

it.each([3, 301])('renders of %i processes read anew those alone that changed', (count) => {
  const table = render(tableOf(fleetOf(count)));
  const drawn = vi.spyOn(firstOf(COLUMNS), 'cell');
  table.rerender(tableOf(fleetOf(count)));
  expect(drawn).not.toHaveBeenCalled();
  table.rerender(tableOf(fleetOf(count).with(1, makeProcess({ host_id: 'host-1', version: '9.9.9' }))));
  expect(drawn.mock.calls.map(([{ process }]) => process.process_id)).toEqual(['host-1:monitor']);
});

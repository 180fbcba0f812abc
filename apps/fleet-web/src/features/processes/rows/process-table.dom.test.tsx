import { cleanup, render, screen } from '@testing-library/react';
import type { Process } from 'fleet-core/contract/process';
import { afterEach, expect, it, vi } from 'vitest';
import { firstOf } from '../../../testing/first-of.ts';
import { makeProcess } from '../../../testing/make-process.ts';
import { renderedWith } from '../../../testing/rendered-with.ts';
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
      rows={{ keys: [...shown, ...others], ids: shown, matching: processes.length, folded: 0 }}
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
  render(<SortSelect sort={null} onAsk={() => {}} />);
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

it.each([
  ['', 'no process_id'],
  ['__proto__', '__proto__'],
])('a process with the name "%s" has a row as any other, which opens it', (process_id, name) => {
  const onOpen = vi.fn();
  const table = tableOf([makeProcess({ process_id }), makeProcess()]);
  render(<table.type {...table.props} onOpen={onOpen} />);
  expect(document.querySelectorAll('tr[data-process]')).toHaveLength(2);
  screen.getByRole('link', { name }).click();
  expect(onOpen).toHaveBeenCalledWith(process_id);
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

it('an answer draws neither the head of the table nor the choice of its order again', () => {
  const onAsk = vi.fn();
  const drawn = (count: number) => {
    const { type: Table, props } = tableOf(fleetOf(count));
    return (
      <>
        <Table {...props} onAsk={onAsk} />
        <SortSelect sort={null} onAsk={onAsk} />
      </>
    );
  };
  const { rerender } = render(drawn(2));
  const now = () => [...document.querySelectorAll('thead *, .sort-select *')].map(renderedWith);
  const before = now();
  expect(before.length).toBeGreaterThan(2 * COLUMNS.length);
  rerender(drawn(3));
  expect(now().filter((props, place) => props !== before[place])).toEqual([]);
});

it('of a row of which something else changed the name is not drawn again', () => {
  const read = (version: string) => tableOf([makeProcess({ dashboard_port: 8080, version })]);
  const asked = vi.spyOn(globalThis, 'URL');
  const table = render(read('1.0.0'));
  expect(asked).toHaveBeenCalled();
  asked.mockClear();
  table.rerender(read('1.0.1'));
  expect(screen.getByText('1.0.1')).toBeTruthy();
  expect(asked).not.toHaveBeenCalled();
});

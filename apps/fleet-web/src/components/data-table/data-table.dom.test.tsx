import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { CardColumn } from './column.ts';
import { DataTable } from './data-table.tsx';

type Queue = { readonly name: string; readonly due: number; readonly unread?: true };

const COLUMNS: readonly CardColumn<Queue>[] = [
  { key: 'name', head: 'Queue', align: 'left', card: 'line', isRowHeader: true, cell: ({ name }) => name },
  { key: 'due', head: 'Due', align: 'right', card: '2fr', title: () => 'now', cell: ({ due }) => due },
  { key: 'retry', head: 'Retry', align: 'right', card: '1.5fr', cell: () => 7 },
  { key: 'trend', head: 'Trend', align: 'left', card: 'labelled-line', cell: () => 'steady' },
  { key: 'owner', head: 'Owner', align: 'left', card: 'none', cell: () => 'jetmon-a' },
];

const rowOf = (queue: Queue, asCards: boolean) => {
  const remark = ({ unread }: Queue) => (unread ? 'not read' : undefined);
  const common = { className: 'queues', columns: COLUMNS, rows: [queue], remark };
  render(<DataTable {...common} asCards={asCards} rowKey={({ name }) => name} />);
  return screen.getByRole('row', { name: new RegExp(`^${queue.name}`) });
};
const cells = (row: HTMLElement) => [...row.querySelectorAll<HTMLElement>('th, td')];

afterEach(cleanup);

it('has the same columns in its head and in its rows, in the same order', () => {
  const row = rowOf({ name: 'webhook', due: 3 }, false);
  const keys = COLUMNS.map(({ key }) => key);
  const heads = screen.getAllByRole('columnheader');
  expect(heads.map(({ dataset }) => dataset.column)).toEqual(keys);
  expect(heads.map(({ textContent }) => textContent)).toEqual(['Queue', 'Due', 'Retry', 'Trend', 'Owner']);
  expect(cells(row).map(({ dataset }) => dataset.column)).toEqual(keys);
  expect(cells(row).map(({ textContent }) => textContent)).toEqual([
    'webhook',
    '3',
    '7',
    'steady',
    'jetmon-a',
  ]);
  expect(within(row).getByRole('rowheader').textContent).toBe('webhook');
  expect(within(row).getByText('3').title).toBe('now');
});

it('labels the values of a card with their heads, and has a track for each of those side by side', () => {
  const row = rowOf({ name: 'webhook', due: 3 }, true);
  expect(cells(row).map(({ dataset }) => dataset.label)).toEqual([
    undefined,
    'Due',
    'Retry',
    'Trend',
    undefined,
  ]);
  expect(row.style.gridTemplateColumns).toBe('minmax(0, 2fr) minmax(0, 1.5fr)');
});

it('says a remark in place of all cells but the first', () => {
  const row = rowOf({ name: 'webhook', due: 3, unread: true }, false);
  expect(row.textContent).toBe('webhooknot read');
  expect(within(row).getByRole('cell').getAttribute('colspan')).toBe('4');
});

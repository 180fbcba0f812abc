import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readRows } from './readable-rows.ts';

const Row = z.object({ id: z.string(), count: z.int(), since: z._default(z.nullable(z.int()), null) });
const read = (rows: unknown) => readRows(Row, 'id', rows);

it('a row that cannot be decoded is named, and hides no other', () => {
  const rows = [
    { id: 'a', count: 1, since: 2 },
    { id: 'b', count: 'many', since: null },
    { id: 'c', count: 3, since: null },
  ];
  expect(read(rows)).toEqual({
    rows: [
      { id: 'a', count: 1, since: 2 },
      { id: 'c', count: 3, since: null },
    ],
    unreadable: ['b'],
  });
});

it('a row whose name cannot be read either is named by its place', () => {
  expect(
    read([
      { id: 'a', count: 1 },
      { id: null, count: 1 },
      { id: '', count: null },
    ]).unreadable,
  ).toEqual(['without a name (row 2)', 'without a name (row 3)']);
});

it('an empty table has neither rows nor unreadable ones', () => {
  expect(read([])).toEqual({ rows: [], unreadable: [] });
});

it('a column that is gone is a fault of the table, not of every row', () => {
  expect(() => read([{ id: 'a' }, { id: 'b' }])).toThrow('count');
});

it('a column that only newer tables have may be missing', () => {
  expect(read([{ id: 'a', count: 1 }]).rows).toEqual([{ id: 'a', count: 1, since: null }]);
});

it.each([undefined, null, 'rows', { rows: [] }, [1]])('%j is no list of rows', (rows) => {
  expect(() => read(rows)).toThrow();
});

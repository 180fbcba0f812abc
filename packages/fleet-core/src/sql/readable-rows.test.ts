import { expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { LIMIT_ROWS, MOST_ROWS, readRows, TooManyRows } from './readable-rows.ts';

const Row = z.object({ id: z.string(), count: z.int(), since: z._default(z.nullable(z.int()), null) });
const FORMAT = { schema: Row, columns: ['id', 'count'] } as const;
const read = (rows: unknown) =>
  readRows(
    FORMAT,
    (row) => row,
    rows,
    async () => {},
  );

it('a row that cannot be decoded is named, and hides no other', async () => {
  const rows = [
    { id: 'a', count: 1, since: 2 },
    { id: 'b', count: 'many', since: null },
    { id: 'c', count: 3, since: null },
  ];
  expect(await read(rows)).toEqual({
    rows: [
      { id: 'a', count: 1, since: 2 },
      { id: 'c', count: 3, since: null },
    ],
    unreadable: ['b'],
  });
});

it('a row whose name cannot be read either is named by its place', async () => {
  const { unreadable } = await read([
    { id: 'a', count: 1 },
    { id: null, count: 1 },
    { id: '', count: null },
  ]);
  expect(unreadable).toEqual(['without a name (row 2)', 'without a name (row 3)']);
});

it('an empty table has neither rows nor unreadable ones', async () => {
  expect(await read([])).toEqual({ rows: [], unreadable: [] });
});

it('a column that is gone is a fault of the table, not of every row', async () => {
  await expect(read([{ id: 'a' }, { id: 'b' }])).rejects.toThrow('count');
});

it('a column that only newer tables have may be missing', async () => {
  expect((await read([{ id: 'a', count: 1 }])).rows).toEqual([{ id: 'a', count: 1, since: null }]);
});

it.each([undefined, null, 'rows', { rows: [] }, [1]])('%j is no list of rows', async (rows) => {
  await expect(read(rows)).rejects.toThrow();
});

it.each([
  [50, 0],
  [51, 1],
  [101, 2],
])('%i rows let other work go first %i times', async (count, pauses) => {
  const pause = vi.fn(async () => {});
  const rows = Array.from({ length: count }, (_, i) => ({ id: `p-${i}`, count: i }));
  const read = await readRows(FORMAT, (row) => row.id, rows, pause);
  expect(read.rows).toEqual(rows.map(({ id }) => id));
  expect(pause).toHaveBeenCalledTimes(pauses);
});

it('one row more than there may be is not taken for all of them', async () => {
  const rows = Array.from({ length: MOST_ROWS + 1 }, (_, i) => ({ id: `p-${i}`, count: i }));
  await expect(read(rows)).rejects.toThrow(TooManyRows);
  expect((await read(rows.slice(1))).rows).toHaveLength(MOST_ROWS);
  expect(LIMIT_ROWS).toBe(`LIMIT ${rows.length}`);
});

import { expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { createKnownRows } from './known-rows.ts';
import { LIMIT_ROWS, type Made, MOST_ROWS, readRows, TooManyRows } from './readable-rows.ts';

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

/** Reads one table again and again; each reading tells what was decoded for it. */
function readAgain(standsAlone: (row: z.infer<typeof Row>) => boolean = () => true) {
  const keeping = { known: createKnownRows<Made<z.infer<typeof Row>, z.infer<typeof Row>>>(), standsAlone };
  return async (rows: Record<string, unknown>[]) => {
    const decoded: string[] = [];
    const toValue = (row: z.infer<typeof Row>) => {
      decoded.push(row.id);
      return row;
    };
    const read = await readRows(FORMAT, toValue, structuredClone(rows), async () => {}, keeping);
    return { decoded, rows: read.rows };
  };
}

const found = (id: string, more: Record<string, unknown> = {}) => ({ id, count: 1, since: 2, ...more });

it.each([0, 1, 7, 100])('of 100 rows of which %i have changed, as many are decoded', async (changed) => {
  const read = readAgain();
  const rows = Array.from({ length: 100 }, (_, i) => found(`p-${i}`));
  expect((await read(rows)).decoded).toHaveLength(100);
  const now = rows.map((row, i) => (i < changed ? { ...row, count: 2 } : row));
  const again = await read(now.toReversed());
  expect(again.decoded).toHaveLength(changed);
  expect(again.rows).toEqual(now.toReversed());
});

it.each([
  ['another value', found('a', { count: 3 })],
  ['nothing in a column', found('a', { since: null })],
  ['a column more', found('a', { newer: null })],
  ['a column less', { id: 'a', count: 1 }],
])('a row with %s is decoded anew', async (_, row) => {
  const read = readAgain();
  await read([found('a'), found('b')]);
  expect((await read([row, found('b')])).decoded).toEqual(['a']);
});

it('a row that has changed back is decoded anew, and so is one that was gone', async () => {
  const read = readAgain();
  await read([found('a'), found('b')]);
  expect((await read([found('a', { count: 2 })])).decoded).toEqual(['a']);
  expect((await read([found('a'), found('b')])).decoded).toEqual(['a', 'b']);
});

it('a row that has become unreadable is not told as it was', async () => {
  const read = readAgain();
  await read([found('a')]);
  expect((await read([found('a', { count: 'many' })])).rows).toEqual([]);
});

it('a reading that fails changes nothing of what is known', async () => {
  const read = readAgain();
  await read([found('a')]);
  await expect(read([{ id: 'a' }])).rejects.toThrow();
  expect((await read([found('a')])).decoded).toEqual([]);
});

it('a row whose value hangs on others is decoded every time', async () => {
  const read = readAgain(({ id }) => id !== 'a');
  await read([found('a'), found('b')]);
  expect((await read([found('a'), found('b')])).decoded).toEqual(['a']);
});

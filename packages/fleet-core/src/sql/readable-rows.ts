import * as z from 'zod/mini';
import type { Pause } from './query.ts';

/** A row as the driver gives it; a record schema would look at every column of every row. */
const FoundRow = z.custom<Record<string, unknown>>(
  (row) => typeof row === 'object' && row !== null && !Array.isArray(row),
);

/** The rows that could be decoded, and the names of those that could not: they are there, but nothing is known of them. */
export type ReadableRows<T> = { readonly rows: readonly T[]; readonly unreadable: readonly string[] };

/**
 * What a list may have at most, read within the time of an answer. A fleet of this size has no use for one page; a table
 * that has grown to it holds rows that nobody deletes.
 */
export const MOST_ROWS = 10_000;

/** Ends the statement of a list: one row more than there may be, so that too many are noticed and never taken for all. */
export const LIMIT_ROWS = `LIMIT ${MOST_ROWS + 1}`;

/** A list was longer than it may be. */
export class TooManyRows extends Error {
  override readonly name = 'TooManyRows';
}

/** About a millisecond of work. */
const ROWS_PER_TURN = 50;

/** How the rows of one table are decoded. */
export type RowFormat<Row> = {
  readonly schema: z.ZodMiniType<Row>;
  /** Columns that every table of this kind has; the first names the row. */
  readonly columns: readonly [string, ...string[]];
};

/**
 * Decodes each row by itself, so that a bad one hides no other. A column that the table must have and does not is no
 * fault of a row: that rejects with a `ZodError`, as does anything that is no list of rows. More than `MOST_ROWS` reject with
 * `TooManyRows`.
 */
export async function readRows<Row, T>(
  { schema, columns }: RowFormat<Row>,
  toValue: (row: Row) => T,
  found: unknown,
  pause: Pause,
): Promise<ReadableRows<T>> {
  const rows: T[] = [];
  const unreadable: string[] = [];
  const list = z.array(FoundRow).parse(found);
  if (list.length > MOST_ROWS) throw new TooManyRows(`more than ${MOST_ROWS} rows`);
  for (const [i, row] of list.entries()) {
    if (i === 0 && columns.some((column) => !(column in row))) schema.parse(row);
    else if (i > 0 && i % ROWS_PER_TURN === 0) await pause();
    const decoded = schema.safeParse(row);
    if (decoded.success) rows.push(toValue(decoded.data));
    else unreadable.push(nameOf(row[columns[0]], i));
  }
  return { rows, unreadable };
}

function nameOf(value: unknown, index: number): string {
  return typeof value === 'string' && value !== '' ? value : `without a name (row ${index + 1})`;
}

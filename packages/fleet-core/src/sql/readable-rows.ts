import * as z from 'zod/mini';
import type { Before, Decode } from './column-decoder.ts';
import { createKnownRows, type FoundRow, type KnownRows } from './known-rows.ts';
import type { Pause } from './query.ts';

/** Whether something can be a row at all; what is in it is not looked at. */
export function isRow(row: unknown): row is FoundRow {
  return typeof row === 'object' && row !== null && !Array.isArray(row);
}

/** Says what is wrong with a list of which something is no row. A record schema would look at every column of every row. */
const FoundRows = z.array(z.custom<FoundRow>(isRow));

/** The list, whatever is in its rows. Throws a `ZodError` on anything else. */
export function listOfRows(found: unknown): readonly FoundRow[] {
  return Array.isArray(found) && found.every(isRow) ? found : FoundRows.parse(found);
}

/** The rows that could be decoded, and the names of those that could not: they are there, but nothing is known of them. */
export type ReadableRows<T> = { readonly rows: readonly T[]; readonly unreadable: readonly string[] };

/**
 * What a list may have at most, read within the time of an answer. A fleet of this size has no use for one page; a table
 * that has grown to it holds rows that nobody deletes.
 */
export const MOST_ROWS = 20_000;

/** Ends the statement of a list: one row more than there may be, so that too many are noticed and never taken for all. */
export const LIMIT_ROWS = `LIMIT ${MOST_ROWS + 1}`;

/** A list was longer than it may be. */
export class TooManyRows extends Error {
  override readonly name = 'TooManyRows';
}

/** About a millisecond of work, where all of them are decoded. */
const ROWS_PER_TURN = 50;

/** How the rows of one table are decoded. */
export type RowFormat<Row> = {
  readonly schema: z.ZodMiniType<Row>;
  /** Columns that every table of this kind has; the first names the row. */
  readonly columns: readonly [string, ...string[]];
  /** As the schema does, with less work for a row of which something is known; not needed where nothing is kept. */
  readonly decode?: Decode<Row>;
};

/** What is made of a decoded row; `before` is what was made of the same row at the last reading. */
export type ToValue<Row, T> = (row: Row, before?: Made<Row, T>) => T;

/** A decoded row, and what was made of it. */
export type Made<Row, T> = { readonly decoded: Row; readonly made: T };

/** What is kept of a table from one reading to the next. */
export type Keeping<Row, T> = {
  readonly known: KnownRows<Made<Row, T>>;
  /** Whether the value of a row hangs on nothing but that row: others are decoded every time. */
  readonly standsAlone: (row: Row) => boolean;
};

/**
 * Decodes each row by itself, so that a bad one hides no other. A column that the table must have and does not is no
 * fault of a row: that rejects with a `ZodError`, as does anything that is no list of rows. More than `MOST_ROWS` reject with
 * `TooManyRows`. A row that is as it was at the last reading gives the very same value again, without being decoded; of any
 * other `decode` may take from it what has not changed.
 */
export async function readRows<Row, T>(
  { schema, columns, decode = wholeDecoder(schema) }: RowFormat<Row>,
  toValue: ToValue<Row, T>,
  found: unknown,
  pause: Pause,
  { known, standsAlone }: Keeping<Row, T> = { known: createKnownRows(), standsAlone: () => true },
): Promise<ReadableRows<T>> {
  const rows: T[] = [];
  const unreadable: string[] = [];
  const list = listOfRows(found);
  if (list.length > MOST_ROWS) throw new TooManyRows(`more than ${MOST_ROWS} rows`);
  const looked = known.begin();
  for (const [i, row] of list.entries()) {
    if (i === 0 && columns.some((column) => !(column in row))) schema.parse(row);
    else if (i > 0 && i % ROWS_PER_TURN === 0) await pause();
    const name = row[columns[0]];
    const asBefore = looked.find(name, row);
    if (asBefore !== undefined) {
      rows.push(asBefore.value.made);
      continue;
    }
    const near = looked.findNear(name, row);
    const before: Before<Row> | undefined = near && { row: near.row, decoded: near.value.decoded };
    const decoded = decode(row, before);
    if (decoded === undefined) {
      unreadable.push(nameOf(name, i));
      continue;
    }
    const made = toValue(decoded, near?.value);
    rows.push(made);
    if (standsAlone(decoded)) looked.add(name, row, { decoded, made });
  }
  looked.keep();
  return { rows, unreadable };
}

function wholeDecoder<Row>(schema: z.ZodMiniType<Row>): Decode<Row> {
  return (row) => {
    const read = schema.safeParse(row);
    return read.success ? read.data : undefined;
  };
}

function nameOf(value: unknown, index: number): string {
  return typeof value === 'string' && value !== '' ? value : `without a name (row ${index + 1})`;
}

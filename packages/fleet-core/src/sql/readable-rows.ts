import * as z from 'zod/mini';
import type { Pause } from './query.ts';

/** A row as the driver gives it; a record schema would look at every column of every row. */
const FoundRow = z.custom<Record<string, unknown>>(
  (row) => typeof row === 'object' && row !== null && !Array.isArray(row),
);

/** The rows that could be decoded, and the names of those that could not: they are there, but nothing is known of them. */
export type ReadableRows<T> = { readonly rows: readonly T[]; readonly unreadable: readonly string[] };

/** About a millisecond of work. */
const ROWS_PER_TURN = 50;

/**
 * Decodes each row by itself, so that a bad one hides no other. A column that the table does not have is no
 * fault of a row: that rejects with a `ZodError`, as does anything that is no list of rows.
 */
export async function readRows<Shape extends z.core.$ZodLooseShape, T>(
  schema: z.ZodMiniObject<Shape>,
  nameColumn: string & keyof Shape,
  toValue: (row: z.infer<z.ZodMiniObject<Shape>>) => T,
  found: unknown,
  pause: Pause,
): Promise<ReadableRows<T>> {
  const rows: T[] = [];
  const unreadable: string[] = [];
  for (const [i, row] of z.array(FoundRow).parse(found).entries()) {
    if (i === 0) demandColumns(schema, row);
    else if (i % ROWS_PER_TURN === 0) await pause();
    const decoded = schema.safeParse(row);
    if (decoded.success) rows.push(toValue(decoded.data));
    else unreadable.push(nameOf(row[nameColumn], i));
  }
  return { rows, unreadable };
}

function demandColumns(schema: z.ZodMiniObject, row: Record<string, unknown>): void {
  const isMissing = ([column, type]: [string, z.core.$ZodType]) =>
    !(column in row) && !z.safeParse(type, undefined).success;
  if (Object.entries(schema.shape).some(isMissing)) schema.parse(row);
}

function nameOf(value: unknown, index: number): string {
  return typeof value === 'string' && value !== '' ? value : `without a name (row ${index + 1})`;
}

import * as z from 'zod/mini';

/** A row as the driver gives it; a record schema would look at every column of every row. */
const FoundRow = z.custom<Record<string, unknown>>(
  (row) => typeof row === 'object' && row !== null && !Array.isArray(row),
);

/** The rows that could be decoded, and the names of those that could not: they are there, but nothing is known of them. */
export type ReadableRows<T> = { readonly rows: readonly T[]; readonly unreadable: readonly string[] };

/**
 * Decodes each row by itself, so that a bad one hides no other. A column that the table does not have is no
 * fault of a row: that throws a `ZodError`, as does anything that is no list of rows.
 */
export function readRows<Shape extends z.core.$ZodLooseShape>(
  schema: z.ZodMiniObject<Shape>,
  nameColumn: string & keyof Shape,
  rows: unknown,
): ReadableRows<z.infer<typeof schema>> {
  const found = z.array(FoundRow).parse(rows);
  const [first] = found;
  if (first !== undefined) demandColumns(schema, first);
  const decoded = found.map((row) => schema.safeParse(row));
  return {
    rows: decoded.flatMap((row) => (row.success ? [row.data] : [])),
    unreadable: found.flatMap((row, i) => (decoded[i]?.success ? [] : [nameOf(row[nameColumn], i)])),
  };
}

function demandColumns(schema: z.ZodMiniObject, row: Record<string, unknown>): void {
  const isMissing = ([column, type]: [string, z.core.$ZodType]) =>
    !(column in row) && !z.safeParse(type, undefined).success;
  if (Object.entries(schema.shape).some(isMissing)) schema.parse(row);
}

function nameOf(value: unknown, index: number): string {
  return typeof value === 'string' && value !== '' ? value : `without a name (row ${index + 1})`;
}

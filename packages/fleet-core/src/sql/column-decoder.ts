import * as z from 'zod/mini';
import type { FoundRow } from './known-rows.ts';

/** A row as it was found at the last reading, and what it was decoded to. */
export type Before<Row> = { readonly row: FoundRow; readonly decoded: Row };

/** Undefined where the row cannot be decoded. */
export type Decode<Row> = (row: FoundRow, before: Before<Row> | undefined) => Row | undefined;

/**
 * Says of each row what the schema says, which has nothing to ask of several columns together: each is read by itself, and
 * one that holds what it held is not read again. `before` must have had the same columns. What it gives has one shape for all rows of a table, in which fields are held and
 * copied several times as fast as in what a schema gives.
 */
export function columnDecoder<Shape extends z.core.$ZodLooseShape>(
  schema: z.ZodMiniObject<Shape>,
): Decode<z.output<typeof schema>> {
  type Row = z.output<typeof schema>;
  const columns = Object.entries<z.core.$ZodType>(schema.shape).map(([name, column]) => ({
    name,
    column,
    isLeftOut: z.safeParse(column, undefined).data === undefined,
  }));
  let blank: { readonly names: string; readonly fields: Fields } | undefined;

  function blankFor(row: FoundRow): Fields {
    const present = columns.filter(({ name, isLeftOut }) => !isLeftOut || name in row);
    // What is parsed has a shape at once.
    const names = `{${present.map(({ name }) => `${JSON.stringify(name)}:null`).join(',')}}`;
    if (blank?.names !== names) blank = { names, fields: JSON.parse(names) };
    return blank.fields;
  }

  function fill(fields: Fields, row: FoundRow, before: FoundRow | undefined): fields is Row {
    for (const { name, column } of columns) {
      const value = row[name];
      if (before !== undefined && before[name] === value) continue;
      const read = z.safeParse(column, value);
      if (!read.success) return false;
      if (read.data !== undefined) fields[name] = read.data;
    }
    return true;
  }

  return (row, before) => {
    const fields: Fields = { ...(before?.decoded ?? blankFor(row)) };
    return fill(fields, row, before?.row) ? fields : undefined;
  };
}

type Fields = Record<string, unknown>;

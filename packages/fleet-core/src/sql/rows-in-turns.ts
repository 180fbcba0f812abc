import * as z from 'zod/mini';
import type { Pause } from './query.ts';

/** A few milliseconds of work. */
const ROWS_PER_TURN = 2000;

/** Decodes thousands of rows, a few at a time. Rejects with a `ZodError` when one is of another shape. */
export async function rowsInTurns<Row, T>(
  schema: z.ZodMiniType<Row>,
  toValue: (row: Row) => T,
  found: unknown,
  pause: Pause,
): Promise<T[]> {
  const values: T[] = [];
  for (const row of z.array(z.unknown()).parse(found)) {
    values.push(toValue(schema.parse(row)));
    if (values.length % ROWS_PER_TURN === 0) await pause();
  }
  return values;
}

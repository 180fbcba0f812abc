import * as z from 'zod/mini';
import { Count } from '../../contract/scalars.ts';
import { UtcTimeOrNull } from '../query.ts';
import { listOfRows } from '../readable-rows.ts';

/** The newest check of a bucket that has active sites. */
export type NewestCheck = {
  readonly bucket_no: number;
  /** In milliseconds since 1970; null where none is known. */
  readonly newest_check_ms: number | null;
};

const Row = z.object({ bucket_no: Count, newest_check: UtcTimeOrNull });

/**
 * Reads rows of `bucket_no` and `newest_check`; a row that is given again is not read again. Throws a `ZodError` on rows of
 * another shape.
 */
export function createNewestChecksDecoder(): (rows: unknown) => NewestCheck[] {
  const known = new WeakMap<object, NewestCheck>();
  return (rows) =>
    listOfRows(rows).map((row) => {
      const before = known.get(row);
      if (before !== undefined) return before;
      const { bucket_no, newest_check } = Row.parse(row);
      const check = { bucket_no, newest_check_ms: newest_check };
      known.set(row, check);
      return check;
    });
}

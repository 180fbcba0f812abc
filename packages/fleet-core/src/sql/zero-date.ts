/** Nothing of Jetmon's is older, and in every zone it is a time that a TIMESTAMP can hold. */
const FIRST_DAY = "'1970-01-02'";

/**
 * Whether a column holds a time. The zero date, which a lax server takes in place of one, is none: it sorts after null
 * and before all times. It is not spelled out, as a strict server refuses that even in a comparison.
 */
export function hasTime(column: string): string {
  return `${column} >= ${FIRST_DAY}`;
}

/** Whether a column holds no time, be it null or the zero date: one range of an index that is sorted by it. */
export function hasNoTime(column: string): string {
  return `(${column} IS NULL OR ${column} < ${FIRST_DAY})`;
}

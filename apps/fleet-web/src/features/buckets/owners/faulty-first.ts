/** The rows with those in trouble ahead, each group in its own order. */
export function faultyFirst<Row>(rows: readonly Row[], isFaulty: (row: Row) => boolean): readonly Row[] {
  return [...rows.filter(isFaulty), ...rows.filter((row) => !isFaulty(row))];
}

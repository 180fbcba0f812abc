/** A row by its columns, each as text: 1 and 0 for yes and no. */
export type TextRow = Readonly<Record<string, string>>;

/** The columns of a row of a database, or the fields of an entry of a snapshot. */
export function toTextRow(row: object): TextRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      String(typeof value === 'boolean' ? Number(value) : value),
    ]),
  );
}

import { cut, widthOf } from './wrap.ts';

/** A column: its title, and whether it holds numbers, which stand on the right. */
export type Column = { readonly title: string; readonly isNumber?: true };

const GAP = '  ';

/** Rows below their titles, each column as wide as it must be. What is beyond `width` is cut, the last columns first. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number | null,
): string[] {
  const titles = columns.map(({ title }) => title);
  const widths = columns.map((_, place) =>
    Math.max(...[titles, ...rows].map((row) => widthOf(row[place] ?? ''))),
  );
  return [titles, ...rows].map((row) => {
    const cells = columns.map(({ isNumber }, place) => {
      const cell = row[place] ?? '';
      const space = ' '.repeat((widths[place] ?? 0) - widthOf(cell));
      return isNumber ? `${space}${cell}` : `${cell}${space}`;
    });
    return cut(cells.join(GAP).trimEnd(), width);
  });
}

import { numberText } from 'fleet-core/rules/text/count-text';
import type { Page } from './page.ts';

/** The first rows of many, and how many more there are. */
export function someRows<Row>(
  rows: readonly Row[],
  { mostRows }: Page,
  draw: (shown: readonly Row[]) => readonly string[],
): string[] {
  if (rows.length === 0) return ['none'];
  const more = rows.length - mostRows;
  const lines = draw(rows.slice(0, mostRows));
  return more > 0 ? [...lines, `and ${numberText(more)} more`] : [...lines];
}

import { print } from 'fleet-lab/terminal/terminal';
import type { Table } from './report.ts';

const WIDEST_CELL = 70;

/** Prints a table in columns. */
export function printTable({ title, columns, rows }: Table): void {
  const cells = [columns, ...rows].map((row) => row.map((cell) => shorten(cell.replaceAll('`', ''))));
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  print();
  print(title);
  for (const row of cells) {
    print(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`);
  }
  print();
}

function shorten(cell: string): string {
  return cell.length <= WIDEST_CELL ? cell : `${cell.slice(0, WIDEST_CELL - 1)}…`;
}

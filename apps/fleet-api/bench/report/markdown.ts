import type { Held, Table } from './report.ts';

/** A table in Markdown, under its heading. */
export function markdownTable({ title, text, columns, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(' | ')} |`;
  const grid = [line(columns), `|${columns.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
  return [`## ${title}`, ...(text === undefined ? [] : [text]), grid].join('\n\n');
}

/** What is held against a goal, as a table. */
export function heldTable(held: readonly Held[]): Table {
  return {
    title: 'Goals',
    columns: ['figure', 'goal', 'textbook or bare', 'measured', 'ratio', 'met'],
    rows: held.map(({ what, goal, beside = '', measured, ratio = '', met }) => [
      what,
      goal,
      beside,
      measured,
      ratio,
      met ? 'yes' : '**no**',
    ]),
  };
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

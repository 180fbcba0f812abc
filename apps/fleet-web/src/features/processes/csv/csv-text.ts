/** What a cell may hold; null is an empty one. */
export type CsvValue = string | number | boolean | null;

/** With it spreadsheets read the file as UTF-8, whatever their system's own encoding is. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Rows as a file by RFC 4180, in UTF-8 with a byte order mark. Texts come from outside: none of them is a formula. */
export function csvText(rows: readonly (readonly CsvValue[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

/** What a spreadsheet takes for the beginning of a formula, or skips on its way to one. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

function cellText(value: CsvValue): string {
  if (typeof value !== 'string') return value === null ? '' : `${value}`;
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

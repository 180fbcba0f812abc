import { visibleText } from 'fleet-core/contract/visible-text';

/** Each line of a text with nothing in it that a terminal would obey. */
export function printableLines(text: string): string {
  return text.split('\n').map(visibleText).join('\n');
}

/** The only texts that may have lines: sentences and commands of steps, which are printed indented. */
const TEXTS_OF_LINES = ['text', 'steps'];

/** A value as it came in JSON with all its texts printable, names of fields too. */
export function printableValue(value: unknown, field = ''): unknown {
  if (typeof value === 'string')
    return TEXTS_OF_LINES.includes(field) ? printableLines(value) : visibleText(value);
  if (Array.isArray(value)) return value.map((item: unknown) => printableValue(item, field));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [visibleText(name), printableValue(item, name)]),
  );
}

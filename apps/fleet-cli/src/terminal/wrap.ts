const LEAST_WIDTH = 20;

/** How many columns a text takes, as far as can be said without knowing the terminal: one for each character. */
export function widthOf(text: string): number {
  return [...text].length;
}

/**
 * The lines of a text within `width` columns, broken between words. The first begins in column `begin`, every other one with
 * `indent`.
 */
export function wrap(text: string, width: number | null, indent = '', begin = widthOf(indent)): string {
  const lines = text.split('\n');
  if (width === null) return lines.join(`\n${indent}`);
  const most = Math.max(LEAST_WIDTH, width);
  return lines
    .flatMap((line, place) => wrapLine(line, most, indent, place === 0 ? begin : widthOf(indent)))
    .join(`\n${indent}`);
}

function wrapLine(line: string, most: number, indent: string, begin: number): string[] {
  const lines: string[] = [];
  let current: string | null = null;
  let left = most - begin;
  for (const word of line.split(' ')) {
    if (current !== null && widthOf(current) + 1 + widthOf(word) > left) {
      lines.push(current);
      current = null;
      left = most - widthOf(indent);
    }
    current = current === null ? word : `${current} ${word}`;
  }
  return [...lines, current ?? ''];
}

/** The text within `width` columns; what is cut off is told by an ellipsis. */
export function cut(text: string, width: number | null): string {
  if (width === null || widthOf(text) <= width) return text;
  return `${[...text].slice(0, Math.max(0, width - 1)).join('')}…`;
}

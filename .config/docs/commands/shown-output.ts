/**
 * Whether what was printed is what a page shows: each line in its place, with anything where the page has `…`, and any lines
 * where a line is `…` alone.
 */
export function isAsShown(shown: string, printed: string): boolean {
  const lines = shown.split('\n').map((line) => (line === '…' ? '[^]*?' : lineAsShown(line)));
  return new RegExp(`^${lines.join('\n')}$`).test(printed);
}

function lineAsShown(line: string): string {
  return line.split('…').map(escaped).join('[^\n]*');
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** What the text of a file of JSON lines says. */
export type LinesRead = {
  readonly lines: readonly unknown[];
  /** How many lines are no JSON. */
  readonly broken: number;
};

/** The lines of a text. What stands behind the last end of a line was cut off as it was written, and is forgiven. */
export function readLines(text: string): LinesRead {
  const lines: unknown[] = [];
  let broken = 0;
  const texts = text.split('\n');
  for (const [i, line] of texts.entries()) {
    if (line === '') continue;
    try {
      lines.push(JSON.parse(line));
    } catch {
      if (i < texts.length - 1) broken += 1;
    }
  }
  return { lines, broken };
}

/** The newest lines, oldest first, that together are no longer than this in UTF-8. */
export function newestWithin(lines: readonly string[], mostBytes: number): readonly string[] {
  let bytes = 0;
  const from = lines.findLastIndex((line) => {
    bytes += Buffer.byteLength(line);
    return bytes > mostBytes;
  });
  return lines.slice(from + 1);
}

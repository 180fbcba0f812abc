/** What stands behind the fence of a block of code. */
export type Fence = {
  readonly language: string;
  /** The words after the language: `needs-a-fleet`, or `exit=2` as `exit` and `2`; of a word alone the value is ''. */
  readonly marks: ReadonlyMap<string, string>;
};

/** Reads it. */
export function readFence(info: string): Fence {
  const [language = '', ...words] = info.split(/\s+/);
  const marks = words.map((word): [string, string] => {
    const at = word.indexOf('=');
    return at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1)];
  });
  return { language, marks: new Map(marks) };
}

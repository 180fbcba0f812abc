/** What the doctor has found: that something is well, that it could be better, or that it does not work. */
export type Finding = {
  readonly kind: 'well' | 'advice' | 'problem';
  /** What it is about, such as `process health`. */
  readonly subject: string;
  readonly fact: string;
  /** What to do, for whatever is not well. */
  readonly remedy?: string;
};

const MARKS: Record<Finding['kind'], string> = { well: '✓', advice: '!', problem: '✗' };

/** One line for the finding, and its remedy indented below. */
export function findingText({ kind, subject, fact, remedy }: Finding): string {
  const line = `${MARKS[kind]} ${subject}: ${fact}\n`;
  return remedy === undefined ? line : `${line}${remedy.replaceAll(/^/gm, '    ')}\n`;
}

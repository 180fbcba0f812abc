/** What is to be undone when the demo ends. */
export type Closers = {
  /** Remembers what undoes a step that has just been done. */
  add(close: () => Promise<void>): void;
  /** Undoes all steps, the latest first; one that fails does not keep the others from it. Safe to call twice. */
  closeAll(): Promise<void>;
};

/** An empty list of closers. */
export function createClosers(): Closers {
  const stack: (() => Promise<void>)[] = [];
  return {
    add(close) {
      stack.push(close);
    },
    async closeAll() {
      for (let close = stack.pop(); close; close = stack.pop()) await close().catch(() => {});
    },
  };
}

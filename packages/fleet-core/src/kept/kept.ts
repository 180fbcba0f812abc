/** One kind of what is kept in a file: how its value becomes lines, and how they become it again. A line is a JSON value. */
export type Kept<Value> = {
  readonly nothing: Value;
  /** What lines tell, the earliest first, and how many of them say nothing that is known here. Never throws. */
  read(lines: readonly unknown[]): KeptValue<Value>;
  /** The lines which, after those that tell `before`, tell `after`; from `nothing` all of it, the oldest first. */
  lines(before: Value, after: Value): unknown[];
};

export type KeptValue<Value> = { readonly value: Value; readonly unknown: number };

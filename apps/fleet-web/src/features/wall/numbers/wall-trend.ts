/** A queue as a bar, in percent of the longest one, and whether it drains or grows; empty where that cannot be told. */
export type WallTrend = {
  readonly bar: { readonly due: number; readonly retry: number };
  readonly drain: string;
};

/** Where a row stands in the table. */
export type RowPlace = {
  /** The row's fixed height in pixels, where rows are drawn only while in view. */
  readonly height: number | undefined;
  /** Counted from 1, the head. */
  readonly rowIndex: number;
};

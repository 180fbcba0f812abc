/** The height of a table row in a fleet whose rows are drawn only while in view. */
const ROW_HEIGHT = 48;

/** The same of a card, on a phone. */
const CARD_HEIGHT = 140;

/** The fixed height of every row; both fit what process-table.css leaves of a row. */
export function rowHeight(isNarrow: boolean): number {
  return isNarrow ? CARD_HEIGHT : ROW_HEIGHT;
}

import type { CardPlace } from './column.ts';

type Placed = { readonly card?: CardPlace };

/** Whether a cell carries its column's head on a card. */
export function isLabelled({ card }: Placed): boolean {
  return card === 'labelled-line' || isBeside(card);
}

/** The grid of a card: a track for each of the cells that stand side by side. */
export function cardGrid(columns: readonly Placed[]): string {
  return columns.flatMap(({ card }) => (isBeside(card) ? `minmax(0, ${card})` : [])).join(' ');
}

function isBeside(card: CardPlace | undefined): boolean {
  return card?.endsWith('fr') === true;
}

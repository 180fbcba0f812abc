import type { ReactNode } from 'react';

/** One column of a table: its head, and what stands below it in each row. */
export type Column<Row> = {
  readonly key: string;
  readonly head: string;
  readonly align: 'left' | 'right';
  readonly cell: (row: Row) => ReactNode;
  /** Set on the one column whose cells name their rows. */
  readonly isRowHeader?: true;
  /** What the head says on hover. */
  readonly headTitle?: string;
  /** What a cell says on hover. */
  readonly title?: (row: Row) => string | undefined;
  readonly card?: CardPlace;
};

/**
 * Where a cell stands when its row is a card: on a line of its own without or with its head, beside others
 * with its head and this share of the width, or nowhere.
 */
export type CardPlace = 'line' | 'labelled-line' | `${number}fr` | 'none';

/** A column of a table whose rows become cards on a phone. */
export type CardColumn<Row> = Column<Row> & { readonly card: CardPlace };

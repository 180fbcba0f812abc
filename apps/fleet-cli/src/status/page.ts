import type { Terminal } from '../terminal/surroundings.ts';

/** Where the lines of a status go to. */
export type Page = Pick<Terminal, 'isColoured'> & {
  /** Columns to keep to; null for as many as it takes. */
  readonly width: number | null;
  /** How many rows of a table are shown. */
  readonly mostRows: number;
};

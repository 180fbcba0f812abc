import { isLabelled } from './card-grid.ts';
import type { Column } from './column.ts';

/** The cells of one row, in the order of the columns. */
export function rowCells<Row>(columns: readonly Column<Row>[], row: Row) {
  return columns.map((column) => {
    const { key, head, align, isRowHeader, card, title, cell } = column;
    const Cell = isRowHeader ? 'th' : 'td';
    return (
      <Cell
        key={key}
        scope={isRowHeader && 'row'}
        data-column={key}
        data-align={align}
        data-card={card}
        data-label={isLabelled(column) ? head : undefined}
        title={title?.(row)}
      >
        {cell(row)}
      </Cell>
    );
  });
}

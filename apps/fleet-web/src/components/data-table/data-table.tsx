import { cardGrid } from './card-grid.ts';
import type { CardColumn, Column } from './column.ts';
import { HeadCell } from './head-cell.tsx';
import { rowCells } from './row-cells.tsx';

export type DataTableProps<Row> = {
  /** Whose table it is, for its own rules. */
  readonly className: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly id?: string;
  /** What is said of a row in place of all cells after the first. */
  readonly remark?: (row: Row) => string | undefined;
} & (
  | { readonly columns: readonly Column<Row>[]; readonly asCards?: false }
  /** On a phone each row becomes a card. */
  | { readonly columns: readonly CardColumn<Row>[]; readonly asCards: true }
);

/** A table made of its columns. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { className, columns, rows, rowKey, id, remark, asCards } = props;
  const style = asCards ? { gridTemplateColumns: cardGrid(columns) } : undefined;
  return (
    <table id={id} className={`data-table ${asCards ? 'as-cards ' : ''}${className}`}>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeadCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const remarked = remark?.(row);
          return (
            <tr key={rowKey(row)} style={style}>
              {rowCells(remarked === undefined ? columns : columns.slice(0, 1), row)}
              {remarked !== undefined && <td colSpan={columns.length - 1}>{remarked}</td>}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

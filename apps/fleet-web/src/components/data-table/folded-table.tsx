import { useId } from 'react';
import { ScrollBox } from '../scroll-box.tsx';
import { useFold } from '../use-fold.tsx';
import { DataTable, type DataTableProps } from './data-table.tsx';

type Props<Row> = DataTableProps<Row> & {
  readonly label: string;
  /** How many rows stay in view while the table is folded. */
  readonly shown: number;
};

/** A table in a box that scrolls, which shows its first rows and says how many more there are. */
export function FoldedTable<Row>({ label, shown, ...table }: Props<Row>) {
  const id = useId();
  const { visible, button } = useFold(table.rows, shown, id);
  return (
    <ScrollBox label={label} className="folded-table">
      <DataTable {...table} id={id} rows={visible} />
      {button}
    </ScrollBox>
  );
}

import { NAMELESS } from '../../../format/names.ts';
import { COLUMNS } from '../columns/process-columns.tsx';
import type { RowPlace } from './row-place.ts';

type Props = RowPlace & { readonly process_id: string };

const BEFORE_NAME = COLUMNS.findIndex((column) => column.isRowHeader);

/** Keeps the place of a process that left the snapshot while the rows are held. */
export function GoneRow({ process_id, height, rowIndex }: Props) {
  return (
    <tr className="gone-row" data-process={process_id} style={{ height }} aria-rowindex={rowIndex}>
      <td colSpan={BEFORE_NAME}>?</td>
      <th scope="row">{process_id || NAMELESS}</th>
      <td colSpan={COLUMNS.length - BEFORE_NAME - 1}>no longer in the snapshot</td>
    </tr>
  );
}

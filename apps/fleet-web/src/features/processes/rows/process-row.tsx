import { memo } from 'react';
import { cardGrid } from '../../../components/data-table/card-grid.ts';
import { rowCells } from '../../../components/data-table/row-cells.tsx';
import type { ShownProcess } from '../columns/process-column.ts';
import { COLUMNS } from '../columns/process-columns.tsx';
import { healthWord } from '../health-word.ts';
import type { RowPlace } from './row-place.ts';

type Props = Omit<ShownProcess, 'isOneLine'> & RowPlace;

const CARD_GRID = cardGrid(COLUMNS);

/** One process of the fleet. Rendered again only when it is given something else, however often it is read anew. */
export const ProcessRow = memo(function ProcessRow({ height, rowIndex, ...shown }: Props) {
  const { process, isOpen } = shown;
  return (
    <tr
      data-level={healthWord(process)}
      data-process={process.process_id}
      data-open={isOpen || undefined}
      style={{ height, gridTemplateColumns: CARD_GRID }}
      aria-rowindex={rowIndex}
    >
      {rowCells(COLUMNS, { ...shown, isOneLine: height !== undefined })}
    </tr>
  );
}, isSame);

/** Every snapshot is made of new objects, so their content decides. */
function isSame(before: Props, now: Props): boolean {
  return JSON.stringify(before) === JSON.stringify(now);
}

import { Button } from '../../../components/button/button.tsx';
import { formatCount } from '../../../format/count.ts';
import { COLUMNS } from '../columns/process-columns.tsx';
import type { RowPlace } from './row-place.ts';

type Props = RowPlace & {
  readonly count: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
};

/** The one row that the healthy processes of a large fleet are folded into. */
export function FoldRow({ count, isOpen, height, rowIndex, onToggle }: Props) {
  return (
    <tr className="fold-row" style={{ height }} aria-rowindex={rowIndex}>
      <td colSpan={COLUMNS.length}>
        <Button aria-expanded={isOpen} onClick={onToggle}>
          <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> {formatCount(count)} healthy:{' '}
          {isOpen ? 'hide' : 'show'}
        </Button>
      </td>
    </tr>
  );
}

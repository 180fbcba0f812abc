import { Button } from '../../../components/button/button.tsx';
import { countOf } from '../../../format/count.ts';

type Props = { readonly count: number; readonly onApply: () => void };

/** Says that the rows are held in their places, once the API has them in other ones. */
export function MovedNote({ count, onApply }: Props) {
  return (
    <div className="moved-note" role="status">
      {count > 0 && (
        <p>
          {countOf(count, 'row')} changed place
          <Button onClick={onApply}>Apply</Button>
        </p>
      )}
    </div>
  );
}

import type { PinnedRange } from 'fleet-core/contract/bucket-coverage';
import { useId } from 'react';
import { ScrollBox } from '../../../components/scroll-box.tsx';
import { useFold } from '../../../components/use-fold.tsx';
import { formatBuckets } from '../../../format/bucket-range.ts';

const RANGES_SHOWN = 30;

/** The ranges that active monitors report as pinned to them. */
export function PinnedTable({ pinned }: { readonly pinned: readonly PinnedRange[] }) {
  const id = useId();
  const { visible, button } = useFold(pinned, RANGES_SHOWN, id);
  return (
    <ScrollBox label="Pinned ranges" className="owner-box">
      <table id={id} className="data-table owners">
        <thead>
          <tr>
            <th scope="col">Monitor</th>
            <th scope="col" className="number">
              Range
            </th>
            <th scope="col">Ownership</th>
          </tr>
        </thead>
        <tbody>
          {visible.map((range) => (
            <tr key={range.process_id}>
              <th scope="row">{range.process_id}</th>
              <td className="number">{formatBuckets({ min: range.bucket_min, max: range.bucket_max })}</td>
              <td>pinned</td>
            </tr>
          ))}
        </tbody>
      </table>
      {button}
    </ScrollBox>
  );
}

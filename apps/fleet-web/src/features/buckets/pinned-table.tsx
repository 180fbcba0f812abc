import type { PinnedRange } from 'fleet-core/contract/bucket-coverage';
import { ScrollBox } from '../../components/scroll-box.tsx';
import { formatBuckets } from '../../format/bucket-range.ts';

/** The ranges that active monitors report as pinned to them. */
export function PinnedTable({ pinned }: { readonly pinned: readonly PinnedRange[] }) {
  return (
    <ScrollBox label="Pinned ranges" className="owner-box">
      <table className="data-table owners">
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
          {pinned.map((range) => (
            <tr key={range.process_id}>
              <th scope="row">{range.process_id}</th>
              <td className="number">{formatBuckets({ min: range.bucket_min, max: range.bucket_max })}</td>
              <td>pinned</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

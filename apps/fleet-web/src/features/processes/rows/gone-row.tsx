import { COLUMNS } from '../columns/process-columns.ts';

type Props = {
  readonly process_id: string;
  readonly height: number | undefined;
  readonly rowIndex: number;
};

/** Keeps the place of a process that left the snapshot while the rows are held. */
export function GoneRow({ process_id, height, rowIndex }: Props) {
  return (
    <tr
      className="gone-row"
      data-process={process_id}
      style={height === undefined ? undefined : { height }}
      aria-rowindex={rowIndex}
    >
      <td>?</td>
      <th scope="row">{process_id}</th>
      <td colSpan={COLUMNS.length - 2}>no longer in the snapshot</td>
    </tr>
  );
}

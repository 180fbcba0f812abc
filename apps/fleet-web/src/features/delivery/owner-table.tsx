import type { Process } from 'fleet-core/contract/process';
import { ScrollBox } from '../../components/scroll-box.tsx';
import { StaleBadge } from '../../components/status-badge.tsx';
import { countOf } from '../../format/count.ts';
import { type OwnerRow, ownerRows } from './owner-rows.ts';

/** Every process of a large fleet may deliver by mistake; the first ones tell what the mistake is. */
const MOST_ROWS = 40;

/** Which host delivers, whom it takes for the owner, and whether it is alive: the fields as they were reported. */
export function OwnerTable({ processes }: { readonly processes: readonly Process[] }) {
  const rows = ownerRows(processes);
  if (rows.length === 0) return null;
  const more = rows.length - MOST_ROWS;
  return (
    <ScrollBox label="Delivery by host" className="posture-box">
      <table className="data-table posture-table">
        <thead>
          <tr>
            <th scope="col">Host</th>
            <th scope="col">Enabled</th>
            <th scope="col">Owner</th>
            <th scope="col">Fresh</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map((row) => (
            <OwnerTableRow key={row.key} row={row} />
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="muted">and {countOf(more, 'more process', 'more processes')}</p>}
    </ScrollBox>
  );
}

function OwnerTableRow({ row }: { readonly row: OwnerRow }) {
  if (row.process_type === null) {
    return (
      <tr>
        <th scope="row">{row.host_id}</th>
        <td colSpan={3}>named as owner, no process reports</td>
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row">
        {row.host_id} <span className="posture-type">{row.process_type}</span>
      </th>
      <td>{row.enabled ? 'yes' : 'no'}</td>
      <td>{row.owner === '' ? <span className="muted">not set</span> : row.owner}</td>
      <td>{row.stale ? <StaleBadge /> : 'yes'}</td>
    </tr>
  );
}

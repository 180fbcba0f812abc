import type { BucketCoverage } from 'fleet-core/contract/bucket-coverage';
import { useId } from 'react';
import { Age } from '../../../components/age.tsx';
import { Empty } from '../../../components/panel.tsx';
import { ScrollBox } from '../../../components/scroll-box.tsx';
import { StaleBadge } from '../../../components/status-badge.tsx';
import { useFold } from '../../../components/use-fold.tsx';
import { formatAge } from '../../../format/age.ts';
import { formatBuckets } from '../../../format/bucket-range.ts';

/** Unusual owners are told above the table whatever their number; ages of thousands need not tick here. */
const OWNERS_SHOWN = 30;

type Props = { readonly coverage: BucketCoverage; readonly graceSec: number };

/** The rows of dynamic ownership. */
export function OwnersTable({ coverage, graceSec }: Props) {
  const { hosts, host_count } = coverage;
  const id = useId();
  const { visible, button } = useFold(hosts, OWNERS_SHOWN, id);
  if (host_count === null) return <Empty>The owners could not be read</Empty>;
  if (hosts.length === 0) return <Empty>No dynamic bucket-owner rows found</Empty>;
  return (
    <ScrollBox label="Bucket owner rows" className="owner-box">
      <table id={id} className="data-table owners">
        <thead>
          <tr>
            <th scope="col">Host</th>
            <th scope="col" className="number">
              Range
            </th>
            <th scope="col">Status</th>
            <th scope="col" className="number">
              Heartbeat
            </th>
          </tr>
        </thead>
        <tbody>
          {visible.map((host) => (
            <tr key={host.host_id} data-level={host.stale ? 'stale' : undefined}>
              <th scope="row">{host.host_id}</th>
              <td className="number">{formatBuckets({ min: host.bucket_min, max: host.bucket_max })}</td>
              <td>
                {host.status} {host.stale && <StaleBadge />}
              </td>
              <td className="number">
                <Age seconds={host.last_heartbeat_age_sec} instant={host.last_heartbeat} />
                {host.stale && <span className="limit"> limit {formatAge(graceSec)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {button}
    </ScrollBox>
  );
}

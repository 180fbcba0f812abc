import type { Settings } from 'fleet-core/contract/fleet-snapshot';
import type { Process } from 'fleet-core/contract/process';
import { memo } from 'react';
import { Age } from '../../components/age.tsx';
import { StaleBadge, StatusBadge } from '../../components/status-badge.tsx';
import { faceOf } from '../../components/status-face.ts';
import { formatAge } from '../../format/age.ts';
import { formatCount } from '../../format/count.ts';
import { hostDashboardUrl } from '../../format/host-dashboard-url.ts';
import { bucketsText, deliveryText, memoryText } from './process-cells.ts';
import { processNotes } from './process-notes.ts';

type Props = { readonly process: Process; readonly settings: Settings };

/** One process of the fleet. */
export const ProcessRow = memo(function ProcessRow({ process, settings }: Props) {
  const { process_id, stale, health_status } = process;
  const memory = memoryText(process);
  const notes = processNotes(process, settings.heartbeat_grace_sec);
  const build = `build ${process.build_date || '?'} · ${process.go_version || 'go ?'} · pid ${process.pid}`;
  return (
    <tr data-level={stale ? 'stale' : health_status} data-process={process_id}>
      <td data-cell="health">{stale ? <StaleBadge /> : <StatusBadge level={health_status} />}</td>
      <th scope="row" data-cell="process">
        <ProcessName process={process} settings={settings} />
        {notes.map((note) => (
          <span key={note.text} className="process-note" data-level={note.level}>
            <span aria-hidden="true">{note.level === undefined ? '⊘' : faceOf(note.level).glyph}</span>{' '}
            {note.text}
          </span>
        ))}
      </th>
      <td data-label="Type">{process.process_type}</td>
      <td data-label="State">{process.state}</td>
      <td data-label="Heartbeat" className="number">
        <Age seconds={process.last_heartbeat_age_sec} instant={process.updated_at} />
        {stale && <span className="limit"> limit {formatAge(settings.heartbeat_grace_sec)}</span>}
      </td>
      <td data-label="Buckets" className="number" title={process.bucket_ownership || undefined}>
        {bucketsText(process)}
      </td>
      <td data-label="Active / queue / retry" className="number">
        {formatCount(process.active_checks)} / {formatCount(process.queue_depth)} /{' '}
        {formatCount(process.retry_queue_size)}
      </td>
      <td data-label="Memory" className="number">
        {memory.size} <span className="muted">{memory.kind}</span>
      </td>
      <td data-label="Version" title={build}>
        {process.version || '—'}
      </td>
      <td data-label="Delivery">{deliveryText(process)}</td>
    </tr>
  );
});

function ProcessName({ process, settings }: Props) {
  const url = hostDashboardUrl(settings.host_dashboard_url, process.host_id, process.dashboard_port);
  if (url === null) return <span className="process-name">{process.process_id}</span>;
  return (
    <a className="process-name" href={url} title={`Host dashboard of ${process.host_id}`}>
      {process.process_id}
    </a>
  );
}

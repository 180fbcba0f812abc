import type { Settings } from 'fleet-core/contract/fleet-snapshot';
import type { Process } from 'fleet-core/contract/process';
import { memo } from 'react';
import { Age } from '../../../components/age.tsx';
import { StaleBadge, StatusBadge } from '../../../components/status-badge.tsx';
import { formatAge } from '../../../format/age.ts';
import { formatCount } from '../../../format/count.ts';
import { NoteLines } from '../columns/note-lines.tsx';
import { bucketsText, deliveryText, memoryText } from '../columns/process-cells.ts';
import { ProcessName } from '../columns/process-name.tsx';
import { processNotes } from '../columns/process-notes.ts';
import { VersionCell } from '../columns/version-cell.tsx';
import type { VersionStanding } from '../version-standing.ts';

type Props = {
  readonly process: Process;
  readonly settings: Settings;
  /** Set when its version is not the usual one of its type. */
  readonly standing: VersionStanding | undefined;
  readonly isOpen: boolean;
  /** The row's fixed height, where rows are drawn only while in view; what it has to say is then one line. */
  readonly height: number | undefined;
  readonly rowIndex: number;
};

/** One process of the fleet. */
export const ProcessRow = memo(function ProcessRow(props: Props) {
  const { process, settings, standing, isOpen, height, rowIndex } = props;
  const { process_id, stale, health_status } = process;
  const memory = memoryText(process);
  const notes = processNotes(process, settings.heartbeat_grace_sec);
  return (
    <tr
      data-level={stale ? 'stale' : health_status}
      data-process={process_id}
      data-open={isOpen || undefined}
      style={height === undefined ? undefined : { height }}
      aria-rowindex={rowIndex}
    >
      <td data-cell="health">{stale ? <StaleBadge /> : <StatusBadge level={health_status} />}</td>
      <th scope="row" data-cell="process">
        <ProcessName process={process} settings={settings} isOpen={isOpen} />
        <NoteLines notes={notes} oneLine={height !== undefined} />
      </th>
      <td data-label="Type">{process.process_type}</td>
      <td data-label="State">{process.state}</td>
      <td data-label="Heartbeat" className="number">
        <Age seconds={process.last_heartbeat_age_sec} instant={process.updated_at} />
        {stale && height === undefined && (
          <span className="limit"> limit {formatAge(settings.heartbeat_grace_sec)}</span>
        )}
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
      <VersionCell process={process} standing={standing} />
      <td data-label="Delivery" title={deliveryText(process)}>
        {deliveryText(process)}
      </td>
    </tr>
  );
});

import './checklist-panel.css';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { Age } from '../../components/age.tsx';
import { Panel } from '../../components/panel.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { secondsBetween } from '../../format/utc-time.ts';
import { type ChecklistRow, checklistRows } from './checklist-rows.ts';

/** The questions before a rollout step, always in the same order. */
export function ChecklistPanel({ snapshot }: { readonly snapshot: FleetSnapshot | null }) {
  if (snapshot === null) return <Panel title="Rollout checklist" name="checklist" />;
  return (
    <Panel title="Rollout checklist" name="checklist">
      <ol className="checklist">
        {checklistRows(snapshot).map((row) => (
          <ChecklistItem key={row.name} row={row} generatedAt={snapshot.generated_at} />
        ))}
      </ol>
    </Panel>
  );
}

function ChecklistItem({ row, generatedAt }: { readonly row: ChecklistRow; readonly generatedAt: string }) {
  return (
    <li className="check" data-level={row.level} data-planned={row.asPlanned}>
      <span className="check-state">
        <StatusBadge level={row.level} />
        {row.asPlanned && <span className="check-planned">as planned</span>}
      </span>
      <a className="check-name" href={row.href}>
        {row.name}
      </a>
      <span className="check-fact">{row.fact}</span>
      <span className="check-since">
        {row.since !== null && (
          <>
            for <Age seconds={secondsBetween(row.since, generatedAt)} instant={row.since} />
          </>
        )}
      </span>
      <span className="check-read">
        {row.readAt === null ? (
          'not read'
        ) : (
          <>
            read <Age seconds={secondsBetween(row.readAt, generatedAt)} instant={row.readAt} countsOn /> ago
          </>
        )}
      </span>
    </li>
  );
}

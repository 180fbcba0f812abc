import './checklist-panel.css';
import type { ChecklistRow } from 'fleet-core/contract/checklist';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { ReactNode } from 'react';
import { Age } from '../../components/age.tsx';
import { Panel } from '../../components/panel.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { mutedText } from '../../format/muted-text.ts';
import { secondsBetween } from '../../format/utc-time.ts';
import { questionOf } from './questions.ts';

type Props = {
  readonly snapshot: FleetSnapshot | null;
  /** What can be done about an answer, beside it. */
  readonly controls?: ReadonlyMap<string, ReactNode>;
};

/** The questions before a rollout step, in the API's order and with its answers. */
export function ChecklistPanel({ snapshot, controls }: Props) {
  if (snapshot === null) return <Panel title="Rollout checklist" name="checklist" />;
  return (
    <Panel title="Rollout checklist" name="checklist">
      <ol className="checklist">
        {snapshot.checklist.map((row) => (
          <ChecklistItem
            key={row.code}
            row={row}
            generatedAt={snapshot.generated_at}
            control={controls?.get(row.code)}
          />
        ))}
      </ol>
    </Panel>
  );
}

type ItemProps = {
  readonly row: ChecklistRow;
  readonly generatedAt: string;
  readonly control: ReactNode;
};

function ChecklistItem({ row, generatedAt, control }: ItemProps) {
  const { code, status, planned, muted, fact, since, read_at } = row;
  const { name, href } = questionOf(code);
  return (
    <li className="check" data-level={status}>
      <StatusBadge level={status} planned={planned} />
      <a className="check-name" href={href}>
        {name}
      </a>
      <div className="check-fact">
        {fact}
        {muted !== undefined && <span className="check-muted"> · {mutedText(muted)}</span>}
        {control !== undefined && <> {control}</>}
      </div>
      <span className="check-since">
        {since !== null && (
          <>
            for <Age seconds={secondsBetween(since, generatedAt)} instant={since} />
          </>
        )}
      </span>
      <span className="check-read">
        {read_at === null ? (
          'not read'
        ) : (
          <>
            read <Age seconds={secondsBetween(read_at, generatedAt)} instant={read_at} countsOn /> ago
          </>
        )}
      </span>
    </li>
  );
}

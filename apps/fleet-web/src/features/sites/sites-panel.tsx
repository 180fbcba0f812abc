import './sites-panel.css';
import type { ChecklistCode, ChecklistRow } from 'fleet-core/contract/checklist';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { mutedText } from 'fleet-core/text/muted-text';
import type { ReactNode } from 'react';
import { Age } from '../../components/age.tsx';
import { Panel } from '../../components/panel.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { answerFace, isTrouble } from '../../components/status-face.ts';
import { answerTo } from '../../format/answer-to.ts';
import { capitalised } from '../../format/names.ts';
import { secondsBetween } from '../../format/utc-time.ts';

const ASKED: readonly ChecklistCode[] = ['checks', 'drift'];

type Props = {
  readonly snapshot: FleetSnapshot | null;
  /** What can be done about sites that drift. */
  readonly control?: ReactNode;
};

/** Whether the sites are checked, and whether they show what their events say. */
export function SitesPanel({ snapshot, control }: Props) {
  if (snapshot === null) return <Panel title="Sites" name="sites" />;
  const rows = snapshot.checklist.filter(({ code }) => ASKED.some((asked) => asked === code));
  return (
    <Panel
      title="Sites"
      name="sites"
      opens={ASKED.some((code) => isTrouble(answerFace(answerTo(code, snapshot))))}
      fact={rows.map(({ fact }) => fact).join(' · ')}
    >
      <ul className="sites">
        {rows.map((row) => (
          <SitesRow
            key={row.code}
            row={row}
            generatedAt={snapshot.generated_at}
            control={row.code === 'drift' ? control : undefined}
          />
        ))}
      </ul>
    </Panel>
  );
}

type RowProps = { readonly row: ChecklistRow; readonly generatedAt: string; readonly control: ReactNode };

function SitesRow({ row, generatedAt, control }: RowProps) {
  const { status, planned, muted, fact, read_at } = row;
  return (
    <li>
      <StatusBadge level={status} planned={planned} /> {capitalised(fact)}
      <span className="muted">
        {muted !== undefined && ` · ${mutedText(muted)}`}
        {read_at === null ? (
          ' · not read'
        ) : (
          <>
            {' · '}read <Age seconds={secondsBetween(read_at, generatedAt)} instant={read_at} countsOn /> ago
          </>
        )}
      </span>{' '}
      {control}
    </li>
  );
}

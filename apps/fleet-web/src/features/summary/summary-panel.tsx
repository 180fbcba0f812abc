import './summary-panel.css';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { Age } from '../../components/age.tsx';
import { FoldedList } from '../../components/folded-list.tsx';
import { Panel } from '../../components/panel.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { countOf } from '../../format/count.ts';
import { secondsBetween } from '../../format/utc-time.ts';
import { issueRows } from './issue-rows.ts';

const ISSUES_SHOWN = 6;

/** What is wrong with the fleet, worst first, in the API's words. */
export function SummaryPanel({ snapshot }: { readonly snapshot: FleetSnapshot | null }) {
  if (snapshot === null) return <Panel title="Issues" name="issues" />;
  const rows = issueRows(snapshot);
  return (
    <Panel
      title="Issues"
      name="issues"
      fact={rows.length === 0 ? 'none reported' : countOf(rows.length, 'issue')}
    >
      {rows.length === 0 ? null : (
        <FoldedList
          label="Issues"
          shown={ISSUES_SHOWN}
          items={rows.map((row) => (
            <div className="issue" key={row.key} data-level={row.severity}>
              <StatusBadge level={row.severity} />
              <span>
                {row.text}
                {row.asPlanned && <span className="issue-since"> · as planned</span>}
                {row.since !== undefined && (
                  <span className="issue-since">
                    {' · '}
                    for <Age seconds={secondsBetween(row.since, snapshot.generated_at)} instant={row.since} />
                  </span>
                )}
              </span>
            </div>
          ))}
        />
      )}
    </Panel>
  );
}

import './summary-panel.css';
import type { Summary } from 'fleet-core/contract/summary';
import { FoldedList } from '../../components/folded-list.tsx';
import { Panel } from '../../components/panel.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { countOf } from '../../format/count.ts';
import { issueRows } from './issue-rows.ts';

const ISSUES_SHOWN = 8;

/** What is wrong with the fleet, worst first, in the API's words. */
export function SummaryPanel({ summary }: { readonly summary: Summary | null }) {
  if (summary === null) return <Panel title="Issues" name="issues" />;
  const rows = issueRows(summary);
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
              <span>{row.text}</span>
            </div>
          ))}
        />
      )}
    </Panel>
  );
}

import './wall-issues.css';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { ReactNode } from 'react';
import { Age } from '../../../components/age.tsx';
import { countOf, formatCount } from '../../../format/count.ts';
import { isPlanned } from '../../../format/decision.ts';
import { secondsBetween } from '../../../format/utc-time.ts';
import { LevelMark } from '../level-mark.tsx';
import { linesThatFit } from './lines-that-fit.ts';
import { useRoom } from './use-room.ts';

/** The height of what may stand below, in lines of an issue. */
const BELOW_LINES = 4;

type Props = {
  readonly snapshot: FleetSnapshot;
  /** What may stand on the room that the issues leave. */
  readonly below: ReactNode;
};

/** What is wrong, worst first, a line each: as many as there is room for, and how many more there are. */
export function WallIssues({ snapshot, below }: Props) {
  const { issue_details: issues } = snapshot.summary;
  const { ref, room } = useRoom();
  const shown = linesThatFit(issues.length, room);
  const more = issues.length - shown;
  const hasBelow = issues.length + BELOW_LINES <= room;
  const free = hasBelow ? room - BELOW_LINES : room;
  return (
    <section className="wall-issues">
      <div className="wall-heading">
        <h2>{headingOf(snapshot)}</h2>
      </div>
      <ul ref={ref} className="wall-issue-list" data-roomy={2 * issues.length <= free} aria-label="Issues">
        {issues.slice(0, shown).map((issue, index) => (
          <li key={index} className="wall-issue">
            <LevelMark level={issue.severity} />
            <span className="wall-line">{issue.message}</span>
            {issue.since !== undefined && (
              <span className="wall-issue-age">
                for <Age seconds={secondsBetween(issue.since, snapshot.generated_at)} instant={issue.since} />
              </span>
            )}
          </li>
        ))}
        {more > 0 && room > 0 && <li className="wall-more">+ {formatCount(more)} more</li>}
      </ul>
      {hasBelow && below}
    </section>
  );
}

function headingOf(snapshot: FleetSnapshot): string {
  const { issue_details: issues } = snapshot.summary;
  if (issues.length === 0) return 'No issues reported';
  const blockers = issues.filter((issue) => issue.severity === 'red').length;
  const planned = issues.filter((issue) => isPlanned(issue, snapshot)).length;
  const warnings = issues.length - blockers - planned;
  return [
    blockers > 0 ? countOf(blockers, 'blocker') : '',
    warnings > 0 ? countOf(warnings, 'warning') : '',
    planned > 0 ? `${formatCount(planned)} as planned` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

import './wall-causes.css';
import type { Cause } from 'fleet-core/contract/cause';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { mutedText } from 'fleet-core/text/muted-text';
import type { ReactNode } from 'react';
import { Age } from '../../../components/age.tsx';
import { countOf, formatCount } from '../../../format/count.ts';
import { secondsBetween } from '../../../format/utc-time.ts';
import { LevelMark } from '../level-mark.tsx';
import { linesThatFit } from './lines-that-fit.ts';
import { useRoom } from './use-room.ts';

/** The height of a line. */
export const LINE_REM = 4;

/** The height of what may stand below, in lines of a cause. */
const BELOW_LINES = 4;

type Props = {
  readonly snapshot: FleetSnapshot;
  /** The causes to list. */
  readonly lines: readonly Cause[];
  /** What may stand on the room that the causes leave. */
  readonly below: ReactNode;
};

/** What else is wrong, a line each: as many as there is room for, and how many more there are. */
export function WallCauses({ snapshot, lines, below }: Props) {
  const { ref, room } = useRoom();
  const shown = linesThatFit(lines.length, room);
  const more = lines.length - shown;
  const hasBelow = lines.length + BELOW_LINES <= room;
  const free = hasBelow ? room - BELOW_LINES : room;
  return (
    <section className="wall-causes">
      <h2 className="visually-hidden">{headingOf(snapshot)}</h2>
      <ul ref={ref} className="wall-cause-list" data-roomy={2 * lines.length <= free} aria-label="Causes">
        {lines.slice(0, shown).map(({ severity, planned, muted, headline, since }, place) => (
          <li key={place} className="wall-cause">
            <LevelMark level={severity} planned={planned} />
            <span className="wall-line">
              {muted !== undefined && `${mutedText(muted)} · `}
              {headline}
            </span>
            {since !== undefined && (
              <span className="wall-cause-age">
                for <Age seconds={secondsBetween(since, snapshot.generated_at)} instant={since} />
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

function headingOf({ causes, summary }: FleetSnapshot): string {
  if (causes.length === 0) return 'No issue was found';
  return `${countOf(causes.length, 'cause')} behind ${countOf(summary.issue_details.length, 'issue')}`;
}

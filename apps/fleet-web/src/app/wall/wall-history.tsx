import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { BacklogLine } from '../../features/history/backlog-line.tsx';
import { HistoryStrip } from '../../features/history/history-strip.tsx';
import { TimeAxis } from '../../features/history/time-axis.tsx';
import { SIX_HOURS } from '../../features/history/time-span.ts';
import { WallHistoryBox } from '../../features/wall/wall-history-box.tsx';
import { useHistory } from '../use-history.ts';

/** The last hours on the wall, once they are known. */
export function WallHistory({ snapshot }: { readonly snapshot: FleetSnapshot }) {
  const history = useHistory(snapshot);
  if (history === null) return null;
  return (
    <WallHistoryBox>
      <HistoryStrip history={history} generatedAt={snapshot.generated_at} span={SIX_HOURS} />
      <BacklogLine history={history} generatedAt={snapshot.generated_at} span={SIX_HOURS} />
      <TimeAxis span={SIX_HOURS} />
    </WallHistoryBox>
  );
}

import './time-view.css';
import type { FleetHistory } from 'fleet-core/contract/answers/history';
import type { DeliveryTable } from 'fleet-core/contract/delivery';
import { useMemo } from 'react';
import { useFreshnessKind } from '../../components/freshness.ts';
import { HistoryStrip } from './history-strip.tsx';
import { IncidentList } from './incident-list.tsx';
import { quietText } from './lanes/lane.ts';
import { frameOf } from './lanes/time-frame.ts';
import { TimeLanes } from './lanes/time-lanes.tsx';
import { faceOfState, statusStretches } from './status-stretches.ts';
import { TimeAxis } from './time-axis.tsx';
import type { TimeCursor } from './time-cursor.ts';
import type { TimeSpan } from './time-span.ts';

type Props = {
  readonly history: FleetHistory;
  /** The instant up to which time is drawn, on the database's clock. */
  readonly generatedAt: string;
  readonly span: TimeSpan;
  /** Where the cause of an issue code stands; undefined for one that does not stand now. */
  readonly causeHref: (code: string) => string | undefined;
  /** The queues as they are now. */
  readonly queues: readonly DeliveryTable[];
  readonly cursor: TimeCursor;
  readonly onCursor: (cursor: TimeCursor) => void;
};

/** The verdict and the numbers over time on one axis, and what came and went. */
export function TimeView({ history, generatedAt, span, causeHref, queues, cursor, onCursor }: Props) {
  const isLive = useFreshnessKind() === 'live';
  const nowMs = Date.parse(generatedAt);
  const frame = useMemo(() => frameOf(history, nowMs, span.ms), [history, nowMs, span]);
  const stretches = statusStretches(history, nowMs, span.ms);
  const verdictAt = (ms: number) => {
    const stretch = stretches.findLast(({ fromMs }) => fromMs <= ms);
    return faceOfState(stretch?.state ?? null).label;
  };
  const isWatched = frame !== null && frame.spots.length > 0;
  const quiet = isWatched ? quietText(frame) : '';
  const shareOf = (ms: number) => `${(100 * ms) / span.ms}%`;
  return (
    <>
      <div className="lanes">
        <div className="lanes-blind">
          {stretches
            .filter(({ state }) => state === null)
            .map(({ fromMs, toMs }) => (
              <i
                key={fromMs}
                style={{ left: shareOf(fromMs - nowMs + span.ms), width: shareOf(toMs - fromMs) }}
              />
            ))}
        </div>
        <div className="lane-name">
          verdict {(isLive || cursor !== null) && <b>{verdictAt(cursor?.ms ?? nowMs)}</b>}
        </div>
        <HistoryStrip history={history} generatedAt={generatedAt} span={span} />
        <TimeAxis span={span} />
        <span className="lanes-ahead" aria-hidden="true">
          <span>{span.ahead}</span>
        </span>
        {isWatched && (
          <TimeLanes
            frame={frame}
            cursor={cursor}
            onCursor={onCursor}
            queues={isLive ? queues : []}
            verdictAt={verdictAt}
          />
        )}
      </div>
      {quiet !== '' && <p className="lanes-quiet muted">Zero all the time: {quiet}</p>}
      <IncidentList
        history={history}
        nowMs={nowMs}
        causeHref={causeHref}
        cursor={cursor}
        onPresent={() => onCursor(null)}
      />
    </>
  );
}

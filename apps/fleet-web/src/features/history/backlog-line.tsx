import './backlog-line.css';
import type { FleetHistory } from 'fleet-core/contract/answers/history';
import { useMemo } from 'react';
import { formatCount } from '../../format/count.ts';
import { dueOfAll } from './lanes/due-of-all.ts';
import { LANE_HEIGHT, lineOf } from './lanes/lane-line.ts';
import { FRAME_WIDTH, frameOf } from './lanes/time-frame.ts';
import type { TimeSpan } from './time-span.ts';

type Props = {
  readonly history: FleetHistory;
  /** The instant up to which the line goes, on the database's clock. */
  readonly generatedAt: string;
  readonly span: TimeSpan;
};

/** What was due in all queues together over a span, as one line; nothing where the API sends no samples. */
export function BacklogLine({ history, generatedAt, span }: Props) {
  const frame = useMemo(
    () => frameOf(history, Date.parse(generatedAt), span.ms),
    [history, generatedAt, span],
  );
  if (frame === null) return null;
  const due = dueOfAll(frame.samples);
  const { path, top } = lineOf(frame, due);
  const last = formatCount(due.at(-1) ?? null);
  return (
    <div className="backlog">
      <p className="backlog-name">
        Due <b>{last}</b> <span className="muted">· most {formatCount(top)}</span>
      </p>
      <svg
        className="backlog-plot"
        viewBox={`0 0 ${FRAME_WIDTH} ${LANE_HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Due deliveries, ${span.label.toLowerCase()}: ${last}, at most ${formatCount(top)}`}
      >
        <path d={path} vectorEffect="non-scaling-stroke" />
      </svg>
    </div>
  );
}

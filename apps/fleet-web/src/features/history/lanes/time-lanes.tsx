import './time-lanes.css';
import type { DeliveryTable } from 'fleet-core/contract/delivery';
import { useMemo } from 'react';
import { formatUtc } from '../../../format/utc-time.ts';
import type { TimeCursor } from '../time-cursor.ts';
import { conditionsAt } from './condition-stack.ts';
import { ConditionsLane } from './conditions-lane.tsx';
import { CursorHand } from './cursor-hand.tsx';
import { expectedDue } from './expected-due.ts';
import { hasAny, type Lane, lanesOf } from './lane.ts';
import { LanePicture } from './lane-picture.tsx';
import { OwnersLane } from './owners-lane.tsx';
import { FRAME_WIDTH, placeAt, spotAt, type TimeFrame } from './time-frame.ts';

type Props = {
  readonly frame: TimeFrame;
  readonly cursor: TimeCursor;
  readonly onCursor: (cursor: TimeCursor) => void;
  /** The queues as they are now, of which what is due is drawn on as expected; none where the present is not known. */
  readonly queues: readonly DeliveryTable[];
  /** What the verdict was at an instant, in a word. */
  readonly verdictAt: (ms: number) => string;
};

/** What the fleet was over a span, all of it on one axis. A pointer or the arrow keys read every line at one instant. */
export function TimeLanes({ frame, cursor, onCursor, queues, verdictAt }: Props) {
  const lanes = useMemo(() => lanesOf(frame.samples), [frame]);
  const busy = lanes.filter((lane) => hasAny(lane, frame));
  const ms = cursor?.ms ?? frame.toMs;
  const shown = spotAt(frame, cursor === null ? FRAME_WIDTH : placeAt(frame, ms))?.index;
  const reading = shown === undefined ? 'not watched' : `${readingAt(busy, frame, shown)}, ${verdictAt(ms)}`;
  return (
    <>
      <OwnersLane frame={frame} shown={shown} />
      <ConditionsLane frame={frame} shown={shown} />
      {busy.map((lane) => (
        <LanePicture
          key={lane.name}
          lane={lane}
          frame={frame}
          shown={shown}
          expected={expectedOf(lane, frame, queues)}
        />
      ))}
      <CursorHand
        frame={frame}
        cursor={cursor}
        onCursor={onCursor}
        text={`${formatUtc(new Date(ms).toISOString())}: ${reading}`}
      />
    </>
  );
}

function expectedOf({ queue, short }: Lane, frame: TimeFrame, queues: readonly DeliveryTable[]) {
  const table = short === 'due' ? queues.find(({ kind }) => kind === queue) : undefined;
  const line = table === undefined ? null : expectedDue(frame, table.due_now, table.trend);
  return line === null ? null : { ...line, text: table?.trend?.text ?? null };
}

function readingAt(lanes: readonly Lane[], { samples }: TimeFrame, shown: number): string {
  const told = lanes.map(({ name, values, format }) => `${name} ${format(values[shown] ?? null)}`);
  return [...told, `processes ${conditionsAt(samples, shown)}`].join(', ');
}

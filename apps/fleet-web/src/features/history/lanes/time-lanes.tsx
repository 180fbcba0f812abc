import './time-lanes.css';
import type { FleetHistory } from 'fleet-core/contract/history';
import { type KeyboardEvent, type PointerEvent, useId, useMemo, useState } from 'react';
import { formatUtc } from '../../../format/utc-time.ts';
import type { TimeSpan } from '../time-span.ts';
import { type Lane, lanesOf } from './lane.ts';
import { LanePicture } from './lane-picture.tsx';
import { OwnersLane } from './owners-lane.tsx';
import { FRAME_WIDTH, frameOf, instantAt, spotAt, type TimeFrame } from './time-frame.ts';

type Props = {
  readonly history: FleetHistory;
  readonly generatedAt: string;
  readonly span: TimeSpan;
};

/** How far an arrow key moves: a hundredth of the span. */
const STEP = FRAME_WIDTH / 100;

/** What the fleet was over a span, all of it on one axis. A pointer or the arrow keys read every line at one instant. */
export function TimeLanes({ history, generatedAt, span }: Props) {
  const [cursor, setCursor] = useState<number | null>(null);
  const frame = useMemo(
    () => frameOf(history, Date.parse(generatedAt), span.ms),
    [history, generatedAt, span],
  );
  const help = useId();
  if (frame === null || frame.spots.length === 0) return null;
  const lanes = lanesOf(frame.samples);
  const busy = lanes.filter((lane) => hasAny(lane, frame));
  const quiet = lanes.filter((lane) => !busy.includes(lane));
  const at = cursor ?? FRAME_WIDTH;
  const shown = spotAt(frame, at)?.index;

  const follow = ({ currentTarget, clientX }: PointerEvent<HTMLElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    setCursor(within(((clientX - left) / width) * FRAME_WIDTH));
  };
  const step = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, at);
    if (next === undefined) return;
    event.preventDefault();
    setCursor(next);
  };
  return (
    <>
      <div className="lanes">
        <OwnersLane frame={frame} shown={shown} />
        {busy.map((lane) => (
          <LanePicture key={lane.name} lane={lane} frame={frame} shown={shown} />
        ))}
        <div
          className="lanes-cursor"
          role="slider"
          tabIndex={0}
          aria-label="Instant to read the past at"
          aria-describedby={help}
          aria-valuemin={0}
          aria-valuemax={FRAME_WIDTH}
          aria-valuenow={Math.round(at)}
          aria-valuetext={`${formatUtc(instantAt(frame, at))}: ${reading(busy, shown)}`}
          onPointerMove={follow}
          onPointerDown={follow}
          onPointerLeave={() => setCursor(null)}
          onKeyDown={step}
          onBlur={() => setCursor(null)}
        >
          {cursor !== null && (
            <span className="lanes-hand" style={{ left: `${(cursor / FRAME_WIDTH) * 100}%` }}>
              <span data-side={cursor > FRAME_WIDTH / 2 ? 'left' : 'right'}>
                {formatUtc(instantAt(frame, cursor))}
              </span>
            </span>
          )}
        </div>
      </div>
      <p id={help} className="lanes-quiet muted">
        {quiet.length > 0 && `Zero all the time: ${quiet.map(({ name }) => name).join(', ')}. `}
        Arrow keys read all lines at one instant.
      </p>
    </>
  );
}

/** Whether there is anything to draw: a line that is zero wherever it was read says so in a word. */
function hasAny({ values }: Lane, { spots }: TimeFrame): boolean {
  return spots.some(({ index }) => values[index] !== 0);
}

function reading(lanes: readonly Lane[], shown: number | undefined): string {
  if (shown === undefined) return 'not watched';
  return lanes.map(({ name, values, format }) => `${name} ${format(values[shown] ?? null)}`).join(', ');
}

function placeAfter(key: string, at: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return within(at - STEP);
    case 'ArrowRight':
      return within(at + STEP);
    case 'Home':
      return 0;
    case 'End':
      return FRAME_WIDTH;
    default:
      return undefined;
  }
}

function within(x: number): number {
  return Math.min(FRAME_WIDTH, Math.max(0, x));
}

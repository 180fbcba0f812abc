import { type KeyboardEvent, type MouseEvent, useId } from 'react';
import { formatUtc } from '../../../format/utc-time.ts';
import type { TimeCursor } from '../time-cursor.ts';
import { FRAME_WIDTH, instantAt, placeAt, type TimeFrame, within } from './time-frame.ts';

type Props = {
  readonly frame: TimeFrame;
  readonly cursor: TimeCursor;
  readonly onCursor: (cursor: TimeCursor) => void;
  /** What is read at the instant. */
  readonly text: string;
};

/** How far an arrow key moves: a hundredth of the span. */
const STEP = FRAME_WIDTH / 100;

/** The instant that is read, over all pictures: a pointer shows one, a click or Enter keeps it until the next. */
export function CursorHand({ frame, cursor, onCursor, text }: Props) {
  const help = useId();
  const at = cursor === null ? FRAME_WIDTH : placeAt(frame, cursor.ms);
  const read = (x: number, isKept: boolean) => onCursor({ ms: instantAt(frame, within(x)), isKept });
  const placeOf = ({ currentTarget, clientX }: MouseEvent<HTMLElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return ((clientX - left) / width) * FRAME_WIDTH;
  };
  const leave = () => cursor?.isKept === false && onCursor(null);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') read(at, true);
    else if (event.key === 'Escape' && cursor !== null) onCursor(null);
    else {
      const next = placeAfter(event.key, at);
      if (next === undefined) return;
      read(next, false);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className="lanes-cursor"
      role="slider"
      tabIndex={0}
      aria-label="Instant to read the past at"
      aria-describedby={help}
      aria-valuemin={0}
      aria-valuemax={FRAME_WIDTH}
      aria-valuenow={Math.round(at)}
      aria-valuetext={text}
      onPointerMove={(event) => cursor?.isKept !== true && read(placeOf(event), false)}
      onClick={(event) => read(placeOf(event), true)}
      onPointerLeave={leave}
      onKeyDown={press}
      onBlur={leave}
    >
      <span id={help} className="visually-hidden">
        Arrow keys read all lines at one instant, Enter keeps it, Escape returns to the present
      </span>
      {cursor !== null && (
        <span
          className="lanes-hand"
          data-kept={cursor.isKept}
          style={{ left: `${(at / FRAME_WIDTH) * 100}%` }}
        >
          <span data-side={at > FRAME_WIDTH / 2 ? 'left' : 'right'}>
            {formatUtc(new Date(cursor.ms).toISOString())}
          </span>
        </span>
      )}
    </div>
  );
}

function placeAfter(key: string, at: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return at - STEP;
    case 'ArrowRight':
      return at + STEP;
    case 'Home':
      return 0;
    case 'End':
      return FRAME_WIDTH;
    default:
      return undefined;
  }
}

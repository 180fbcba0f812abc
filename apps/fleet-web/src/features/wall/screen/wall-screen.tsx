import './wall-screen.css';
import { type ReactNode, useRef } from 'react';
import type { WallMark } from '../alarm/wall-mark.ts';
import { WallMarks } from '../alarm/wall-marks.tsx';
import { useBurnInShift } from './use-burn-in-shift.ts';
import { useIdleCursor } from './use-idle-cursor.ts';

type Props = {
  /** Whether the page is loading, sees the fleet, or has no data. */
  readonly view: string;
  /** The answer, why, and what to do first. */
  readonly card: ReactNode;
  /** What is known of the fleet, if anything ever was. */
  readonly body: ReactNode;
  readonly marks: readonly WallMark[];
};

/** A screen that nobody touches: it fits whatever the fleet is, and has nothing to click. */
export function WallScreen({ view, card, body, marks }: Props) {
  const screen = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLElement>(null);
  useIdleCursor(screen);
  useBurnInShift(picture);
  return (
    <div ref={screen} className="wall" data-view={view}>
      <main ref={picture} className="wall-picture">
        {card}
        {body}
        <WallMarks marks={marks} />
      </main>
    </div>
  );
}

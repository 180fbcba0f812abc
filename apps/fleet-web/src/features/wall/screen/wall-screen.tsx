import './wall-screen.css';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { type ReactNode, useRef } from 'react';
import type { WallMark } from '../alarm/wall-mark.ts';
import { WallMarks } from '../alarm/wall-marks.tsx';
import { WallCauses } from '../causes/wall-causes.tsx';
import { WallTileRow } from '../numbers/wall-tile-row.tsx';
import { wallTiles } from '../numbers/wall-tiles.ts';
import { useBurnInShift } from './use-burn-in-shift.ts';
import { useIdleCursor } from './use-idle-cursor.ts';

type Props = {
  /** Whether the page is loading, sees the fleet, or has no data. */
  readonly view: string;
  readonly banner: ReactNode;
  /** The last snapshot, if there ever was one. */
  readonly snapshot: FleetSnapshot | null;
  /** The bucket range in one line, and its picture. */
  readonly coverage: ReactNode;
  /** The queues. */
  readonly delivery: ReactNode;
  /** The last hours, shown where the causes leave room. */
  readonly history: ReactNode;
  readonly marks: readonly WallMark[];
};

/** A screen that nobody touches: it fits whatever the fleet is, and has nothing to click. */
export function WallScreen({ view, banner, snapshot, coverage, delivery, history, marks }: Props) {
  const screen = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLElement>(null);
  useIdleCursor(screen);
  useBurnInShift(picture);
  return (
    <div ref={screen} className="wall" data-view={view}>
      <main ref={picture} className="wall-picture">
        {banner}
        {snapshot !== null && (
          <div className="wall-body">
            <WallTileRow tiles={wallTiles(snapshot)} />
            {coverage}
            <WallCauses snapshot={snapshot} below={history} />
            {delivery}
          </div>
        )}
        <WallMarks marks={marks} />
      </main>
    </div>
  );
}

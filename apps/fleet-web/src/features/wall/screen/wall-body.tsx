import type { Cause } from 'fleet-core/contract/cause';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { ReactNode } from 'react';
import { causeLines } from '../causes/cause-lines.ts';
import { LINE_REM, WallCauses } from '../causes/wall-causes.tsx';
import { WallTileRow } from '../numbers/wall-tile-row.tsx';
import { wallTiles } from '../numbers/wall-tiles.ts';
import { useFittingParts } from './use-fitting-parts.ts';

/** So many other causes are told before there is room for pictures. */
const LEAST_LINES = 3;

type Props = {
  readonly snapshot: FleetSnapshot;
  /** The cause that the card tells. */
  readonly told: Cause | undefined;
  /** What is shown where there is room for the whole of it, the most telling first. */
  readonly parts: readonly ReactNode[];
  /** The last hours, shown where the causes leave room. */
  readonly history: ReactNode;
};

/** What stands below the card: the other causes, an answer to each question, and what more there is room for. */
export function WallBody({ snapshot, told, parts, history }: Props) {
  const lines = causeLines(snapshot, told);
  const { ref, fits } = useFittingParts(parts.length, LINE_REM * Math.min(LEAST_LINES, lines.length));
  return (
    <div ref={ref} className="wall-body">
      <WallCauses snapshot={snapshot} lines={lines} below={history} />
      <WallTileRow tiles={wallTiles(snapshot)} />
      {parts.map((part, place) => (
        <div key={place} className="wall-part" data-fits={fits[place]} aria-hidden={!fits[place]}>
          {part}
        </div>
      ))}
    </div>
  );
}

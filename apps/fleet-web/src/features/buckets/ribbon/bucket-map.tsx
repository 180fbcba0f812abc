import './bucket-map.css';
import type { BucketCoverage } from 'fleet-core/contract/bucket-coverage';
import { memo, useId, useMemo } from 'react';
import { RibbonPatterns } from '../ribbon-patterns.tsx';
import { toneOf } from '../ribbon-tone.ts';
import { isSamePicture } from '../same-picture.ts';
import { useWidth } from '../use-width.ts';
import { type BucketRibbon, layOutRibbon } from './bucket-ribbon.ts';
import { FaultLabels } from './fault-labels.tsx';
import { FaultMark } from './fault-mark.tsx';
import { type LinkOf, OwnerSegment } from './owner-segment.tsx';
import { TYPE_PX } from './ribbon-labels.ts';

type Props = {
  readonly coverage: BucketCoverage;
  readonly sentence: string;
  /** What leads from a host's part of the picture to the host; nothing does unless told. */
  readonly linkOf?: LinkOf;
  /** The size of the picture's type; what is drawn grows with it. */
  readonly typePx?: number;
};

/**
 * The whole bucket range as one ribbon: greys for owners, and colour only where something is wrong. Drawn again only
 * when it shows something else, however often it is read anew.
 */
export const BucketMap = memo(function BucketMap({
  coverage,
  sentence,
  linkOf = unlinked,
  typePx = TYPE_PX,
}: Props) {
  const { ref, width } = useWidth();
  const ribbon = useMemo(() => layOutRibbon(coverage, width, typePx), [coverage, width, typePx]);
  return (
    <div ref={ref} className="bucket-map" data-tone={toneOf(coverage)} data-mode={coverage.mode}>
      {ribbon !== null && (
        <>
          {/* A picture may hold no link for those who are read to; the hosts are links in the list below. */}
          <span role="img" aria-label={sentence} className="visually-hidden" />
          <Picture ribbon={ribbon} width={width} typePx={typePx} linkOf={linkOf} />
        </>
      )}
    </div>
  );
}, isSame);

const unlinked: LinkOf = (_, drawn) => drawn;

function isSame(before: Props, now: Props): boolean {
  return (
    before.sentence === now.sentence &&
    before.typePx === now.typePx &&
    isSamePicture(before.coverage, now.coverage)
  );
}

type PictureProps = {
  readonly ribbon: BucketRibbon;
  readonly width: number;
  readonly typePx: number;
  readonly linkOf: LinkOf;
};

/** The heights of the picture's parts: lanes grow less than type, so that room is left beside them. */
function heightsFor(typePx: number) {
  return {
    axis: 1.7 * typePx,
    lane: 16 + 2 * typePx,
    caption: 1.4 * typePx,
    label: 3 * typePx,
    name: 1.5 * typePx,
  };
}

function Picture({ ribbon, width, typePx, linkOf }: PictureProps) {
  const patterns = useId();
  const heights = heightsFor(typePx);
  const caption = ribbon.lanes.length > 1 ? heights.caption : 0;
  const bottom = heights.axis + ribbon.lanes.length * (heights.lane + caption);
  const faultsEnd = bottom + (ribbon.labels.length > 0 ? heights.label : 4);
  const height = faultsEnd + (ribbon.names.length > 0 ? heights.name : 0);
  return (
    <svg
      aria-hidden="true"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      style={{ fontSize: `${typePx}px` }}
    >
      <RibbonPatterns id={patterns} />
      {ribbon.ticks.map((tick) => (
        <text key={tick.bucket} className="map-tick" x={tick.x} y={typePx} textAnchor={tick.anchor}>
          {tick.bucket}
        </text>
      ))}
      {ribbon.lanes.map((lane, index) => (
        <g
          key={lane.kind}
          transform={`translate(0 ${heights.axis + caption + index * (heights.lane + caption)})`}
        >
          {caption > 0 && (
            <text className="map-tick" y={-0.4 * typePx}>
              {lane.kind}
            </text>
          )}
          <rect className="map-base" width={width} height={heights.lane} />
          {lane.ground.length > 0 && (
            <path
              className="map-owner"
              d={lane.ground.map(({ x, width }) => `M${x} 0h${width}v${heights.lane}h${-width}z`).join('')}
            />
          )}
          {lane.segments.map((segment) => (
            <OwnerSegment
              key={segment.key}
              segment={segment}
              height={heights.lane}
              patterns={patterns}
              typePx={typePx}
              linkOf={linkOf}
            />
          ))}
        </g>
      ))}
      {ribbon.faults.map((fault) => (
        <FaultMark
          key={`${fault.kind} ${fault.min}`}
          fault={fault}
          top={heights.axis + caption}
          bottom={bottom}
          patterns={patterns}
          typePx={typePx}
        />
      ))}
      <FaultLabels labels={ribbon.labels} y={bottom + 2.5 * typePx} />
      <FaultLabels labels={ribbon.names} y={faultsEnd + 1.1 * typePx} />
    </svg>
  );
}

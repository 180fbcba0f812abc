import './bucket-map.css';
import type { BucketCoverage } from 'fleet-core/contract/bucket-coverage';
import { useId, useMemo } from 'react';
import { RibbonPatterns } from '../ribbon-patterns.tsx';
import { toneOf } from '../ribbon-tone.ts';
import { useWidth } from '../use-width.ts';
import { type BucketRibbon, layOutRibbon } from './bucket-ribbon.ts';
import { FaultMark } from './fault-mark.tsx';
import { OwnerSegment } from './owner-segment.tsx';
import { TYPE_PX } from './ribbon-labels.ts';

type Props = {
  readonly coverage: BucketCoverage;
  readonly sentence: string;
  /** The size of the picture's type; what is drawn grows with it. */
  readonly typePx?: number;
};

/** The whole bucket range as one ribbon: greys for owners, and colour only where something is wrong. */
export function BucketMap({ coverage, sentence, typePx = TYPE_PX }: Props) {
  const { ref, width } = useWidth();
  const ribbon = useMemo(() => layOutRibbon(coverage, width, typePx), [coverage, width, typePx]);
  return (
    <div ref={ref} className="bucket-map" data-tone={toneOf(coverage)} data-mode={coverage.mode}>
      {ribbon !== null && <Picture ribbon={ribbon} width={width} typePx={typePx} sentence={sentence} />}
    </div>
  );
}

type PictureProps = {
  readonly ribbon: BucketRibbon;
  readonly width: number;
  readonly typePx: number;
  readonly sentence: string;
};

/** The heights of the picture's parts: lanes grow less than type, so that room is left beside them. */
function heightsFor(typePx: number) {
  return { axis: 1.7 * typePx, lane: 16 + 2 * typePx, caption: 1.4 * typePx, label: 3 * typePx };
}

function Picture({ ribbon, width, typePx, sentence }: PictureProps) {
  const patterns = useId();
  const heights = heightsFor(typePx);
  const caption = ribbon.lanes.length > 1 ? heights.caption : 0;
  const bottom = heights.axis + ribbon.lanes.length * (heights.lane + caption);
  const height = bottom + (ribbon.labels.length > 0 ? heights.label : 4);
  return (
    <svg
      role="img"
      aria-label={sentence}
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
      {ribbon.labels.map((label) => (
        <text
          key={`${label.x} ${label.text}`}
          className="map-fault-label"
          data-kind={label.kind}
          x={label.x}
          y={bottom + 2.5 * typePx}
          textAnchor="middle"
        >
          {label.text}
        </text>
      ))}
    </svg>
  );
}

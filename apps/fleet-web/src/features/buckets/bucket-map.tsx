import './bucket-map.css';
import type { BucketCoverage } from 'fleet-core/contract/bucket-coverage';
import { useId, useMemo } from 'react';
import { type BucketRibbon, layOutRibbon } from './bucket-ribbon.ts';
import { FaultMark } from './fault-mark.tsx';
import { OwnerSegment } from './owner-segment.tsx';
import { RibbonPatterns } from './ribbon-patterns.tsx';
import { useWidth } from './use-width.ts';

const AXIS_HEIGHT = 20;
const LANE_HEIGHT = 40;
const CAPTION_HEIGHT = 17;
const LABEL_HEIGHT = 36;

type Props = { readonly coverage: BucketCoverage; readonly sentence: string };

/** The whole bucket range as one ribbon: greys for owners, and colour only where something is wrong. */
export function BucketMap({ coverage, sentence }: Props) {
  const { ref, width } = useWidth<HTMLDivElement>(960);
  const ribbon = useMemo(() => layOutRibbon(coverage, width), [coverage, width]);
  return (
    <div ref={ref} className="bucket-map" data-tone={toneOf(coverage)} data-mode={coverage.mode}>
      {ribbon !== null && <Picture ribbon={ribbon} width={width} sentence={sentence} />}
    </div>
  );
}

/** Faults have the colour of the API's verdict; a healthy or unknown one leaves them violet. */
function toneOf({ status }: BucketCoverage): string {
  return status === 'red' || status === 'amber' ? status : 'unknown';
}

type PictureProps = { readonly ribbon: BucketRibbon; readonly width: number; readonly sentence: string };

function Picture({ ribbon, width, sentence }: PictureProps) {
  const patterns = useId();
  const caption = ribbon.lanes.length > 1 ? CAPTION_HEIGHT : 0;
  const bottom = AXIS_HEIGHT + ribbon.lanes.length * (LANE_HEIGHT + caption);
  const height = bottom + (ribbon.labels.length > 0 ? LABEL_HEIGHT : 4);
  return (
    <svg role="img" aria-label={sentence} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <RibbonPatterns id={patterns} />
      {ribbon.ticks.map((tick) => (
        <text key={tick.bucket} className="map-tick" x={tick.x} y={12} textAnchor={tick.anchor}>
          {tick.bucket}
        </text>
      ))}
      {ribbon.lanes.map((lane, place) => (
        <g
          key={lane.kind}
          transform={`translate(0 ${AXIS_HEIGHT + caption + place * (LANE_HEIGHT + caption)})`}
        >
          {caption > 0 && (
            <text className="map-tick" y={-5}>
              {lane.kind}
            </text>
          )}
          <rect className="map-base" width={width} height={LANE_HEIGHT} />
          {lane.segments.map((segment) => (
            <OwnerSegment key={segment.key} segment={segment} height={LANE_HEIGHT} patterns={patterns} />
          ))}
        </g>
      ))}
      {ribbon.faults.map((fault) => (
        <FaultMark
          key={`${fault.kind} ${fault.min}`}
          fault={fault}
          top={AXIS_HEIGHT + caption}
          bottom={bottom}
          patterns={patterns}
        />
      ))}
      {ribbon.labels.map((label) => (
        <text
          key={label.text}
          className="map-fault-label"
          data-kind={label.kind}
          x={label.x}
          y={bottom + 30}
          textAnchor="middle"
        >
          {label.text}
        </text>
      ))}
    </svg>
  );
}

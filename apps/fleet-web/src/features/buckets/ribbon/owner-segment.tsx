import type { ReactNode } from 'react';
import { textWidth } from './ribbon-labels.ts';
import type { RibbonSegment } from './ribbon-segments.ts';

/** What is drawn of a host, as a link to it. */
export type LinkOf = (host_id: string, drawn: ReactNode) => ReactNode;

type Props = {
  readonly segment: RibbonSegment;
  readonly height: number;
  readonly patterns: string;
  readonly typePx: number;
  readonly linkOf: LinkOf;
};

/** What one owner holds: grey when all is well, hatched when stale, outlined when its status is unusual. */
export function OwnerSegment({ segment, height, patterns, typePx, linkOf }: Props) {
  const { host_id, x, width, shade, stale, unusual, label, title } = segment;
  const pill = label === null ? 0 : textWidth(label.text, typePx) + 0.8 * typePx;
  return linkOf(
    host_id,
    <g>
      <title>{title}</title>
      <rect className="map-owner" data-shade={shade} x={x} width={width} height={height} />
      {stale && (
        <rect className="map-stale" x={x} width={width} height={height} fill={`url(#${patterns}-stale)`} />
      )}
      {unusual && (
        <rect
          className="map-unusual"
          x={x + 1}
          y={1}
          width={Math.max(0, width - 2)}
          height={height - 2}
          fill="none"
        />
      )}
      {label !== null && stale && (
        <rect
          className="map-pill"
          x={label.x - pill / 2}
          y={height / 2 - 0.8 * typePx}
          width={pill}
          height={1.6 * typePx}
          rx={4}
        />
      )}
      {label !== null && (
        <text
          className="map-owner-label"
          data-stale={stale}
          x={label.x}
          y={height / 2 + 0.37 * typePx}
          textAnchor="middle"
        >
          {label.text}
        </text>
      )}
    </g>,
  );
}

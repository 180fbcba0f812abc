import type { RibbonFault } from './bucket-ribbon.ts';

type Props = {
  readonly fault: RibbonFault;
  readonly top: number;
  readonly bottom: number;
  readonly patterns: string;
  readonly typePx: number;
};

/** A gap is a hole with a dashed rim, an overlap is cross-hatched; both stand out above and below the ribbon. */
export function FaultMark({ fault, top, bottom, patterns, typePx }: Props) {
  const { kind, x, width, title } = fault;
  const middle = x + width / 2;
  const half = typePx / 2;
  const box = { x: x + 1, y: top - 4, width: Math.max(1, width - 2), height: bottom - top + 8 };
  return (
    <g className="map-fault" data-kind={kind}>
      <title>{title}</title>
      <rect className="map-hole" {...box} />
      {kind === 'overlap' && <rect {...box} fill={`url(#${patterns}-overlap)`} />}
      <rect className="map-rim" {...box} fill="none" />
      <path
        className="map-pointer"
        d={`M${middle} ${bottom + 0.5 * typePx}l${half} ${1.5 * half}h${-2 * half}z`}
      />
    </g>
  );
}

import type { FaultLabel } from './ribbon-labels.ts';

/** Labels below the ribbon, in one line. */
export function FaultLabels({ labels, y }: { readonly labels: readonly FaultLabel[]; readonly y: number }) {
  return labels.map(({ x, text, kind }) => (
    <text key={`${x} ${text}`} className="map-fault-label" data-kind={kind} x={x} y={y} textAnchor="middle">
      {text}
    </text>
  ));
}

import { useMemo } from 'react';
import { countOf } from '../../../format/count.ts';
import { conditionsAt, STACK_HEIGHT, stackOf } from './condition-stack.ts';
import { PLOT_WIDTH, type TimeFrame } from './time-frame.ts';

type Props = { readonly frame: TimeFrame; readonly shown: number | undefined };

/** The processes by condition: all of them in numbers, and those that were not green as a picture where there were any. */
export function ConditionsLane({ frame, shown }: Props) {
  const { areas, top } = useMemo(() => stackOf(frame), [frame]);
  return (
    <>
      <div className="lane-name">
        processes <b>{shown === undefined ? 'not watched' : conditionsAt(frame.samples, shown)}</b>
        <span className="muted"> · most {countOf(top, 'not green', 'not green')}</span>
      </div>
      <svg
        className="lane-plot lane-stack"
        data-empty={top === 0}
        viewBox={`0 0 ${PLOT_WIDTH} ${STACK_HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {areas.map(({ condition, path }) => (
          <path key={condition} d={path} data-condition={condition} vectorEffect="non-scaling-stroke" />
        ))}
      </svg>
    </>
  );
}

import type { Lane } from './lane.ts';
import { LANE_HEIGHT, lineOf } from './lane-line.ts';
import { FRAME_WIDTH, type TimeFrame } from './time-frame.ts';

type Props = { readonly lane: Lane; readonly frame: TimeFrame; readonly shown: number | undefined };

/** One line over time, with its name, its number at the instant that is shown, and the most it ever was. */
export function LanePicture({ lane, frame, shown }: Props) {
  const { path, top } = lineOf(frame, lane.values);
  // Nothing but trouble has a colour: a line of faults is as quiet as any other where there are none.
  const trouble =
    lane.tone === 'plain'
      ? null
      : lineOf(
          frame,
          lane.values.map((value) => value || null),
        );
  return (
    <>
      <div className="lane-name">
        {lane.name} <b>{shown === undefined ? 'not watched' : lane.format(lane.values[shown] ?? null)}</b>
        <span className="muted"> · most {lane.format(top)}</span>
      </div>
      <svg
        className="lane-plot"
        viewBox={`0 0 ${FRAME_WIDTH} ${LANE_HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path d={path} vectorEffect="non-scaling-stroke" />
        {trouble !== null && (
          <path d={trouble.path} data-tone={lane.tone} vectorEffect="non-scaling-stroke" />
        )}
      </svg>
    </>
  );
}

import type { ExpectedDue } from './expected-due.ts';
import type { Lane } from './lane.ts';
import { heightOf, LANE_HEIGHT, lineOf } from './lane-line.ts';
import { FRAME_WIDTH, PLOT_WIDTH, type TimeFrame } from './time-frame.ts';

type Props = {
  readonly lane: Lane;
  readonly frame: TimeFrame;
  readonly shown: number | undefined;
  /** What is expected from now on, with its words; null where nothing can be. */
  readonly expected: (ExpectedDue & { readonly text: string | null }) | null;
};

/** One line over time, with its name, its number at the instant that is shown, and the most it ever was. */
export function LanePicture({ lane, frame, shown, expected }: Props) {
  const most = lane.values.reduce<number>((top, value) => Math.max(top, value ?? 0), 0);
  // What is expected may leave the picture: it shall not make the past too small to be read.
  const leastTop = Math.min(expected?.to ?? 0, 2 * most);
  const { path, top } = lineOf(frame, lane.values, leastTop);
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
        {expected !== null && <span className="lane-expected muted">{expected.text}</span>}
      </div>
      <svg
        className="lane-plot"
        viewBox={`0 0 ${PLOT_WIDTH} ${LANE_HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path d={path} vectorEffect="non-scaling-stroke" />
        {trouble !== null && (
          <path d={trouble.path} data-tone={lane.tone} vectorEffect="non-scaling-stroke" />
        )}
        {expected !== null && (
          <path
            d={expectedPath(expected, Math.max(top ?? 0, leastTop))}
            data-expected="true"
            vectorEffect="non-scaling-stroke"
          />
        )}
      </svg>
    </>
  );
}

function expectedPath({ from, to, x }: ExpectedDue, top: number): string {
  return `M${FRAME_WIDTH} ${heightOf(from, top)}L${Math.round(x)} ${heightOf(to, top)}`;
}

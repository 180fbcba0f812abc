import type { FleetHistory } from 'fleet-core/contract/answers/history';
import type { Samples } from 'fleet-core/contract/answers/samples';

/** The width of every picture of the past, in its own units. */
export const FRAME_WIDTH = 1000;

/** The width of what is expected from now on, in the same units: a twelfth of the span. */
export const AHEAD_WIDTH = FRAME_WIDTH / 12;
/** The width of both. */
export const PLOT_WIDTH = FRAME_WIDTH + AHEAD_WIDTH;

const MINUTE_MS = 60_000;

/** What is drawn of the samples: the stretch of time, and where each sample lies in it. */
export type TimeFrame = {
  readonly fromMs: number;
  readonly toMs: number;
  readonly samples: Samples;
  /** Samples in the frame, oldest first: which one, and from when until when it stands. */
  readonly spots: readonly Spot[];
};

export type Spot = {
  readonly index: number;
  readonly x: number;
  /** Where the next sample begins, or where it is no longer known what was. */
  readonly endX: number;
  /** Whether the next sample follows without a time that was not watched. */
  readonly goesOn: boolean;
};

/** The frame of the `spanMs` up to `nowMs`; null where the API sends no samples. */
export function frameOf(history: FleetHistory, nowMs: number, spanMs: number): TimeFrame | null {
  const { samples, longest_pause_sec, watching_since } = history;
  if (samples === null) return null;
  const fromMs = nowMs - spanMs;
  const beginsMs = Date.parse(samples.begins_at);
  // The first minute was watched from its middle on.
  const watchedMs = watching_since === null ? fromMs : Date.parse(watching_since);
  const xOf = (ms: number) => ((Math.min(Math.max(ms, fromMs), nowMs) - fromMs) * FRAME_WIDTH) / spanMs;
  const starts = samples.minute.map((minute) => beginsMs + minute * MINUTE_MS);
  const longestMs = MINUTE_MS + longest_pause_sec * 1000;
  const spots = starts.flatMap((startMs, index) => {
    const nextMs = starts[index + 1] ?? nowMs;
    const goesOn = nextMs - startMs <= longestMs;
    const endMs = goesOn ? nextMs : startMs + MINUTE_MS;
    const x = xOf(Math.max(startMs, watchedMs));
    return endMs <= fromMs || startMs > nowMs ? [] : [{ index, x, endX: xOf(endMs), goesOn }];
  });
  return { fromMs, toMs: nowMs, samples, spots };
}

/** The sample at a place of the frame; undefined where nothing was watched. */
export function spotAt({ spots }: TimeFrame, x: number): Spot | undefined {
  return spots.findLast((spot) => spot.x <= x && x <= spot.endX);
}

/** The instant of a place, in milliseconds since 1970. */
export function instantAt({ fromMs, toMs }: TimeFrame, x: number): number {
  return fromMs + ((toMs - fromMs) * x) / FRAME_WIDTH;
}

/** The place of an instant; one that lies outside is at the end that is nearer. */
export function placeAt({ fromMs, toMs }: TimeFrame, ms: number): number {
  return within(((ms - fromMs) * FRAME_WIDTH) / (toMs - fromMs));
}

/** The nearest place within the frame. */
export function within(x: number): number {
  return Math.min(FRAME_WIDTH, Math.max(0, x));
}

import type { FleetHistory } from 'fleet-core/contract/answers/history';
import type { Samples } from 'fleet-core/contract/answers/samples';
import { faceOf, NO_DATA, PLANNED, type StatusFace } from '../../components/status-face.ts';

/** A time in which the status did not change; `state` null is a time that nobody watched. */
export type Stretch = {
  readonly state: string | null;
  /** Milliseconds since 1970. */
  readonly fromMs: number;
  readonly toMs: number;
};

/** The `spanMs` up to `nowMs`, cut into stretches without a hole, oldest first. Amber that was as planned is `planned`. */
export function statusStretches(history: FleetHistory, nowMs: number, spanMs: number): Stretch[] {
  const startMs = nowMs - spanMs;
  const changes = history.status_transitions.map(({ at, to }) => ({ state: to, atMs: Date.parse(at) }));
  const first = history.status_transitions[0];
  // When the list has been cut, what its first entry came from is known, but not since when.
  const before = { state: first?.from ?? null, atMs: Number.NEGATIVE_INFINITY };
  const states = [before, ...changes.filter(({ atMs }) => !Number.isNaN(atMs))];
  return (
    states
      .map(({ state, atMs }, i) => ({
        state: state === 'unwatched' ? null : state,
        fromMs: Math.max(startMs, atMs),
        toMs: Math.min(nowMs, states[i + 1]?.atMs ?? nowMs),
      }))
      // What began just now has lasted for no time yet, and is what is.
      .filter(({ fromMs, toMs }, i) => toMs > fromMs || (toMs === fromMs && i === states.length - 1))
      .flatMap((stretch) => (stretch.state === 'amber' ? byPlan(stretch, history.samples) : [stretch]))
  );
}

const MINUTE_MS = 60_000;

/** An amber stretch cut where it began or ceased to be as planned, as far as the minutes tell. */
function byPlan(stretch: Stretch, samples: Samples | null): Stretch[] {
  if (samples === null) return [stretch];
  const beginsMs = Date.parse(samples.begins_at);
  const parts: Stretch[] = [];
  samples.minute.forEach((minute, index) => {
    const atMs = beginsMs + minute * MINUTE_MS;
    if (atMs + MINUTE_MS <= stretch.fromMs || atMs >= stretch.toMs) return;
    const state = samples.decision[index] === 'advance_as_planned' ? 'planned' : 'amber';
    const last = parts.at(-1);
    if (last?.state === state) return;
    const fromMs = last === undefined ? stretch.fromMs : atMs;
    if (last !== undefined) parts.splice(-1, 1, { ...last, toMs: fromMs });
    parts.push({ state, fromMs, toMs: stretch.toMs });
  });
  return parts.length === 0 ? [stretch] : parts;
}

const UNWATCHED: StatusFace = { token: 'loading', glyph: 'not watched', label: 'not watched' };

/** How the state of a stretch is shown. */
export function faceOfState(state: Stretch['state']): StatusFace {
  if (state === null) return UNWATCHED;
  if (state === 'planned') return PLANNED;
  return state === 'unread' ? NO_DATA : faceOf(state);
}

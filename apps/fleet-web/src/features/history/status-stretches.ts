import type { FleetHistory } from 'fleet-core/contract/history';

/** A time in which the status did not change; `state` null is a time that nobody watched. */
export type Stretch = {
  readonly state: string | null;
  /** Milliseconds since 1970. */
  readonly fromMs: number;
  readonly toMs: number;
};

/** The `spanMs` up to `nowMs`, cut into stretches without a hole, oldest first. */
export function statusStretches(history: FleetHistory, nowMs: number, spanMs: number): Stretch[] {
  const startMs = nowMs - spanMs;
  const changes = history.status_transitions.map(({ at, to }) => ({ state: to, atMs: Date.parse(at) }));
  const first = history.status_transitions[0];
  // When the list has been cut, what its first entry came from is known, but not since when.
  const before = { state: first?.from ?? null, atMs: Number.NEGATIVE_INFINITY };
  const states = [before, ...changes.filter(({ atMs }) => !Number.isNaN(atMs))];
  return states
    .map(({ state, atMs }, i) => ({
      state: state === 'unwatched' ? null : state,
      fromMs: Math.max(startMs, atMs),
      toMs: Math.min(nowMs, states[i + 1]?.atMs ?? nowMs),
    }))
    .filter(({ fromMs, toMs }) => toMs > fromMs);
}

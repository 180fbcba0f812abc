import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';

const GOOD_TO_LEAVE_RED = 2;

/** The decision that a wall shows after the snapshots so far; `shown` is null before the first. */
export type SteadyDecision = {
  readonly shown: string | null;
  /** How many snapshots in a row did not say stop while stop was still shown. */
  readonly good: number;
  /** The snapshot last counted, so that none counts twice. */
  readonly generated_at: string | null;
};

export const NOTHING_SEEN: SteadyDecision = { shown: null, good: 0, generated_at: null };

/** Stop is shown at once and leaves after two snapshots in a row without it: a wall that flickers is not believed. */
export function steadyAfter(
  before: SteadyDecision,
  { generated_at, decision }: Pick<FleetSnapshot, 'generated_at' | 'decision'>,
): SteadyDecision {
  const { code } = decision;
  const isNewStop = code === 'stop' && (before.shown !== 'stop' || before.good > 0);
  // Two readings may fall into one second: bad news of the second is not waited for.
  if (before.generated_at === generated_at && !isNewStop) return before;
  if (code === 'stop' || before.shown !== 'stop') return { shown: code, good: 0, generated_at };
  const good = before.good + 1;
  return good < GOOD_TO_LEAVE_RED
    ? { shown: 'stop', good, generated_at }
    : { shown: code, good: 0, generated_at };
}

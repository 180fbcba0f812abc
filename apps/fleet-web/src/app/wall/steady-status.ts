import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';

const GOOD_TO_LEAVE_RED = 2;

/** The status that a wall shows after the snapshots so far; `shown` is null before the first. */
export type SteadyStatus = {
  readonly shown: string | null;
  /** How many snapshots in a row were not red while red was still shown. */
  readonly good: number;
  /** The snapshot last counted, so that none counts twice. */
  readonly generated_at: string | null;
};

export const NOTHING_SEEN: SteadyStatus = { shown: null, good: 0, generated_at: null };

/** Red is shown at once and leaves after two snapshots in a row that are not: a wall that flickers is not believed. */
export function steadyAfter(before: SteadyStatus, { generated_at, summary }: FleetSnapshot): SteadyStatus {
  if (before.generated_at === generated_at) return before;
  const { status } = summary;
  if (status === 'red' || before.shown !== 'red') return { shown: status, good: 0, generated_at };
  const good = before.good + 1;
  return good < GOOD_TO_LEAVE_RED
    ? { shown: 'red', good, generated_at }
    : { shown: status, good: 0, generated_at };
}

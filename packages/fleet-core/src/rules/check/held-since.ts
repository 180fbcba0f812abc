import type { FleetHistory, WatchedState } from '../../contract/answers/history.ts';
import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import { fromInstant } from '../../domain/instant.ts';
import { type CheckOptions, STRICT_CHECK } from './check-options.ts';

/** What can be waited for: no issue at all, no red one, or a decision that lets the next step be taken. */
export const GOALS = ['green', 'amber', 'advance'] as const;
export type Goal = (typeof GOALS)[number];

/** The check that is ok when a goal is reached. */
export const CHECK_OF: Readonly<Record<Goal, CheckOptions>> = {
  green: STRICT_CHECK,
  amber: { ...STRICT_CHECK, max: 'amber' },
  advance: { ...STRICT_CHECK, asPlanned: true },
};

const LEVELS_WITHIN: Readonly<Record<Goal, readonly WatchedState[]>> = {
  green: ['green'],
  amber: ['green', 'amber'],
  // Which decision it was the snapshot tells; here it only must have been seen.
  advance: ['green', 'amber', 'red'],
};

/**
 * Since when the fleet has been seen within a goal without a break, in milliseconds since 1970 on the database's clock. What
 * could not be read, or was not watched, is a break. Null when that is not known, or the last look was not within it.
 */
export function heldSinceMs(
  goal: Goal,
  { decision }: Pick<FleetSnapshot, 'decision'>,
  { watching_since, status_transitions }: Pick<FleetHistory, 'watching_since' | 'status_transitions'>,
): number | null {
  const isWithin = (state: string) => LEVELS_WITHIN[goal].some((level) => level === state);
  const firstWithin = status_transitions.findLastIndex(({ to }) => !isWithin(to)) + 1;
  const first = status_transitions[firstWithin];
  if (watching_since === null || first === undefined) return null;
  const begins = [watching_since, first.at];
  if (goal === 'advance') {
    if (decision.since === undefined) return null;
    begins.push(decision.since);
  }
  return Math.max(...begins.map(fromInstant));
}

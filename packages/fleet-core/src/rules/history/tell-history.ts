import type { FleetHistory, StatusTransition } from '../../contract/answers/history.ts';
import { SCHEMA_VERSION } from '../../contract/fleet-snapshot.ts';
import type { Closed } from '../../contract/scalars.ts';
import { toInstant } from '../../domain/instant.ts';
import type { SampledFleet } from '../../domain/sampled-fleet.ts';
import type { Watched } from './history.ts';
import { MINUTE_MS, tellSamples } from './tell-samples.ts';

/** How far back samples are told when nobody asks for a range. */
export const DEFAULT_MINUTES = 24 * 60;

/** A range of whole minutes, counted since 1970; both belong to it. */
export type MinuteRange = { readonly first: number; readonly last: number };

/** What is asked for; null stands for no bound. */
export type AskedTimes = { readonly sinceMs: number | null; readonly untilMs: number | null };

/** The range in which the times lie: until now unless told otherwise, and for a day; null when nothing was asked for. */
export function rangeOf({ sinceMs, untilMs }: AskedTimes, nowMs: number): MinuteRange | null {
  if (sinceMs === null && untilMs === null) return null;
  const last = minuteOf(untilMs ?? nowMs);
  return { first: sinceMs === null ? last - DEFAULT_MINUTES + 1 : minuteOf(sinceMs), last };
}

/** What has been seen, as it is answered: of the range, or all transitions and the samples of the last day. */
export function tellHistory(
  watched: Watched,
  sampled: SampledFleet,
  range: MinuteRange | null,
  nowMs: number,
  longestPauseMs: number,
): Closed<FleetHistory> {
  const now = minuteOf(nowMs);
  const { first, last } = range ?? { first: now - DEFAULT_MINUTES + 1, last: now };
  const { status_transitions, issue_transitions } = watched;
  return {
    schema_version: SCHEMA_VERSION,
    watching_since: watched.watching_since,
    longest_pause_sec: Math.round(longestPauseMs / 1000),
    status_transitions: range === null ? [...status_transitions] : statusIn(status_transitions, range),
    issue_transitions: range === null ? [...issue_transitions] : issue_transitions.filter(isIn(range)),
    samples: tellSamples(sampled, first, last),
  };
}

/** Those in the range, and the one before them, which says what stood at its beginning. */
function statusIn(
  transitions: readonly Closed<StatusTransition>[],
  range: MinuteRange,
): Closed<StatusTransition>[] {
  const begin = toInstant(range.first * MINUTE_MS);
  const before = transitions.findLast(({ at }) => at < begin);
  return [...(before === undefined ? [] : [before]), ...transitions.filter(isIn(range))];
}

function isIn({ first, last }: MinuteRange): (transition: { readonly at: string }) => boolean {
  const [begin, end] = [toInstant(first * MINUTE_MS), toInstant((last + 1) * MINUTE_MS)];
  return ({ at }) => at >= begin && at < end;
}

function minuteOf(ms: number): number {
  return Math.floor(ms / MINUTE_MS);
}

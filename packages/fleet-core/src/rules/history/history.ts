import type { IssueTransition, StatusTransition } from '../../contract/answers/history.ts';
import type { DecisionCode } from '../../contract/decision.ts';
import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { Issue, IssueCode } from '../../contract/issue.ts';
import { type Level, worstLevel } from '../../contract/level.ts';
import type { Closed } from '../../contract/scalars.ts';
import { toInstant } from '../../domain/instant.ts';
import { spreadSince } from '../verdict/spread-since.ts';
import { incidentOf } from './incident.ts';

/** How many transitions of each kind are kept. */
export const TRANSITIONS_KEPT = 200;

/** A word that stands, and since when. */
type Standing<Word> = { readonly word: Word; readonly since: string };

/** What has been seen of the fleet. A value: watching on makes a new one. Instants are on the database's clock. */
export type Watched = {
  readonly watching_since: string | null;
  /** When somebody last looked, whether anything could be read or not; to the millisecond, as pauses are measured. */
  readonly looked_at_ms: number | null;
  /** The worst of all issues. */
  readonly level: Standing<Level> | null;
  readonly status: Standing<Level> | null;
  readonly decision: Standing<DecisionCode> | null;
  /** By code and subject: since when the issue has stood. */
  readonly issues: ReadonlyMap<string, string>;
  readonly severities: ReadonlyMap<IssueCode, Level>;
  readonly unread: boolean;
  readonly status_transitions: readonly Closed<StatusTransition>[];
  readonly issue_transitions: readonly Closed<IssueTransition>[];
};

export const NOTHING_WATCHED: Watched = {
  watching_since: null,
  looked_at_ms: null,
  level: null,
  status: null,
  decision: null,
  issues: new Map(),
  severities: new Map(),
  unread: false,
  status_transitions: [],
  issue_transitions: [],
};

/**
 * Takes note of a snapshot. What stood before stands on since it was first seen, through times in which nothing could be
 * read; a pause longer than `longestPauseMs`, in which nobody looked, is told as such, and nothing stands across it.
 */
export function watchSnapshot(
  before: Watched,
  snapshot: Closed<FleetSnapshot>,
  nowMs: number,
  longestPauseMs: number,
): Watched {
  const { generated_at: at, summary, decision } = snapshot;
  const watched = noteThePause(before, nowMs, longestPauseMs);
  const { status, issue_details } = summary;
  const level = worstOfAll(snapshot);
  const severities = worstByCode(issue_details);
  const seenAs = lastState(watched);
  return {
    watching_since: watched.watching_since ?? at,
    looked_at_ms: nowMs,
    level: stand(watched.level, level, at),
    status: stand(watched.status, status, at),
    decision: stand(watched.decision, decision.code, at),
    issues: new Map(issue_details.map((issue) => [keyOf(issue), watched.issues.get(keyOf(issue)) ?? at])),
    severities,
    unread: false,
    status_transitions:
      seenAs === level
        ? watched.status_transitions
        : appended(watched.status_transitions, [{ at, from: seenAs, to: level }]),
    issue_transitions:
      watched.watching_since === null
        ? []
        : appended(watched.issue_transitions, issueTransitions(watched.severities, severities, snapshot)),
  };
}

/** The worst of all issues, those of the added rules too. */
export function worstOfAll({ summary }: Closed<FleetSnapshot>): Level {
  return worstLevel([summary.status, ...summary.issue_details.map((issue) => issue.severity)]);
}

/**
 * Takes note that the fleet could not be read. Then the database's clock could not be asked either: `atMs` is what it is
 * thought to be, and is never taken for a clock that was set back.
 */
export function watchFailure(before: Watched, atMs: number, longestPauseMs: number): Watched {
  const nowMs = Math.max(atMs, before.looked_at_ms ?? atMs);
  const watched = noteThePause(before, nowMs, longestPauseMs);
  if (watched.unread) return { ...watched, looked_at_ms: nowMs };
  const transition = { at: toInstant(nowMs), from: lastState(watched), to: 'unread' } as const;
  return {
    ...watched,
    looked_at_ms: nowMs,
    unread: true,
    status_transitions: appended(watched.status_transitions, [transition]),
  };
}

/**
 * A time in which nobody looked was not watched: what stood at its beginning is not known to have stood through it. A
 * clock that went back further than a pause may last tells as little of how long nobody looked.
 */
function noteThePause(before: Watched, nowMs: number, longestPauseMs: number): Watched {
  const { looked_at_ms } = before;
  const watched = looked_at_ms !== null && nowMs < looked_at_ms ? setBack(before, toInstant(nowMs)) : before;
  if (looked_at_ms === null || Math.abs(nowMs - looked_at_ms) <= longestPauseMs) return watched;
  const at = toInstant(Math.min(nowMs, looked_at_ms));
  const transition = { at, from: lastState(watched), to: 'unwatched' } as const;
  return {
    ...watched,
    level: null,
    status: null,
    decision: null,
    issues: new Map(),
    unread: false,
    status_transitions: appended(watched.status_transitions, [transition]),
  };
}

/** After a clock was set back: whatever would now lie ahead happened no later than now. */
function setBack(watched: Watched, now: string): Watched {
  const passed = (instant: string) => (instant > now ? now : instant);
  const standing = <Word>(stands: Standing<Word> | null) =>
    stands === null ? null : { ...stands, since: passed(stands.since) };
  const transitions = <T extends { at: string }>(list: readonly T[]) =>
    list.map((transition) => (transition.at > now ? { ...transition, at: now } : transition));
  return {
    ...watched,
    watching_since: watched.watching_since === null ? null : passed(watched.watching_since),
    level: standing(watched.level),
    status: standing(watched.status),
    decision: standing(watched.decision),
    issues: new Map([...watched.issues].map(([key, since]) => [key, passed(since)])),
    status_transitions: transitions(watched.status_transitions),
    issue_transitions: transitions(watched.issue_transitions),
  };
}

function lastState({ status_transitions }: Watched): Closed<StatusTransition>['to'] | null {
  return status_transitions.at(-1)?.to ?? null;
}

function stand<Word>(before: Standing<Word> | null, word: Word, at: string): Standing<Word> {
  return before?.word === word ? before : { word, since: at };
}

/** The snapshot with `since` wherever it belongs, as far back as has been watched. An issue's own time goes before that. */
export function withSince(snapshot: Closed<FleetSnapshot>, watched: Watched): Closed<FleetSnapshot> {
  const { summary, decision } = snapshot;
  const { status, decision: decided, issues } = watched;
  return spreadSince({
    ...snapshot,
    decision: decided === null ? decision : { ...decision, since: decided.since },
    summary: {
      ...summary,
      ...(status === null ? {} : { since: status.since }),
      issue_details: summary.issue_details.map((issue) => {
        const since = issue.since ?? issues.get(keyOf(issue));
        return since === undefined ? issue : { ...issue, since };
      }),
    },
  });
}

function keyOf({ code, subject }: Closed<Issue>): string {
  return `${code} ${subject}`;
}

/** Red issues come first, so the first of a code is its worst. */
function worstByCode(issues: readonly Closed<Issue>[]): Map<IssueCode, Level> {
  const worst = new Map<IssueCode, Level>();
  for (const { code, severity } of issues) if (!worst.has(code)) worst.set(code, severity);
  return worst;
}

function issueTransitions(
  before: ReadonlyMap<IssueCode, Level>,
  after: ReadonlyMap<IssueCode, Level>,
  snapshot: Closed<FleetSnapshot>,
): Closed<IssueTransition>[] {
  const codes = [...new Set([...before.keys(), ...after.keys()])];
  return codes
    .map((code) => ({ code, from: before.get(code) ?? null, to: after.get(code) ?? null }))
    .filter(({ from, to }) => from !== to)
    .map((transition) => ({
      at: snapshot.generated_at,
      ...transition,
      ...(transition.to === null ? {} : incidentOf(transition.code, snapshot)),
    }));
}

function appended<T>(kept: readonly T[], added: readonly T[]): readonly T[] {
  return added.length === 0 ? kept : [...kept, ...added].slice(-TRANSITIONS_KEPT);
}

import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { IssueTransition, StatusTransition } from '../../contract/history.ts';
import type { Issue, IssueCode } from '../../contract/issue.ts';
import type { Level } from '../../contract/level.ts';
import type { Closed } from '../../contract/scalars.ts';

/** How many transitions of each kind are kept. */
export const TRANSITIONS_KEPT = 200;

/** What has been seen of the fleet. A value: watching on makes a new one. */
export type Watched = {
  readonly watching_since: string | null;
  readonly status: { readonly level: Level; readonly since: string } | null;
  /** By code and subject: since when the issue has stood. */
  readonly issues: ReadonlyMap<string, string>;
  readonly severities: ReadonlyMap<IssueCode, Level>;
  readonly unread: boolean;
  readonly status_transitions: readonly Closed<StatusTransition>[];
  readonly issue_transitions: readonly Closed<IssueTransition>[];
};

export const NOTHING_WATCHED: Watched = {
  watching_since: null,
  status: null,
  issues: new Map(),
  severities: new Map(),
  unread: false,
  status_transitions: [],
  issue_transitions: [],
};

/** Takes note of a snapshot. A status stands since it was first seen, through times in which nothing was read. */
export function watchSnapshot(
  watched: Watched,
  { generated_at: at, summary }: Closed<FleetSnapshot>,
): Watched {
  const { status, issue_details } = summary;
  const severities = worstByCode(issue_details);
  const seenAs = watched.unread ? 'unread' : (watched.status?.level ?? null);
  return {
    watching_since: watched.watching_since ?? at,
    status: watched.status?.level === status ? watched.status : { level: status, since: at },
    issues: new Map(issue_details.map((issue) => [keyOf(issue), watched.issues.get(keyOf(issue)) ?? at])),
    severities,
    unread: false,
    status_transitions:
      seenAs === status
        ? watched.status_transitions
        : appended(watched.status_transitions, [{ at, from: seenAs, to: status }]),
    issue_transitions:
      watched.status === null
        ? []
        : appended(watched.issue_transitions, issueTransitions(watched.severities, severities, at)),
  };
}

/** Takes note that the fleet could not be read at this instant. */
export function watchFailure(watched: Watched, at: string): Watched {
  if (watched.unread) return watched;
  const from = watched.status?.level ?? null;
  return {
    ...watched,
    unread: true,
    status_transitions: appended(watched.status_transitions, [{ at, from, to: 'unread' }]),
  };
}

/** The snapshot with `since` in its summary and issues, as far back as has been watched. */
export function withSince(snapshot: Closed<FleetSnapshot>, watched: Watched): Closed<FleetSnapshot> {
  const { summary } = snapshot;
  return {
    ...snapshot,
    summary: {
      ...summary,
      ...(watched.status === null ? {} : { since: watched.status.since }),
      issue_details: summary.issue_details.map((issue) => {
        const since = watched.issues.get(keyOf(issue));
        return since === undefined ? issue : { ...issue, since };
      }),
    },
  };
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
  at: string,
): Closed<IssueTransition>[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((code) => ({ at, code, from: before.get(code) ?? null, to: after.get(code) ?? null }))
    .filter(({ from, to }) => from !== to);
}

function appended<T>(kept: readonly T[], added: readonly T[]): readonly T[] {
  return added.length === 0 ? kept : [...kept, ...added].slice(-TRANSITIONS_KEPT);
}

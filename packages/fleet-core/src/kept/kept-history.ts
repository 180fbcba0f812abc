import * as z from 'zod/mini';
import { WATCHED_STATES } from '../contract/answers/history.ts';
import { DECISION_CODES } from '../contract/decision.ts';
import { ISSUE_CODES } from '../contract/issue.ts';
import { LEVELS } from '../contract/level.ts';
import { Instant } from '../contract/scalars.ts';
import { NOTHING_WATCHED, TRANSITIONS_KEPT, type Watched } from '../rules/history/history.ts';
import type { Kept } from './kept.ts';

const standing = <const Words extends readonly string[]>(words: Words) =>
  z.optional(z.nullable(z.strictObject({ word: z.enum(words), since: Instant })));

/** A look that showed nothing new: nearly every line. */
const LookLine = z.strictObject({ looked_at_ms: z.number() });

/** What is other than the lines before have it; `anew` when they count for nothing. */
const WatchedLine = z.strictObject({
  anew: z.optional(z.boolean()),
  looked_at_ms: z.nullable(z.number()),
  watching_since: z.optional(z.nullable(Instant)),
  level: standing(LEVELS),
  status: standing(LEVELS),
  decision: standing(DECISION_CODES),
  unread: z.optional(z.boolean()),
  /** Issues that have come, by code and subject, with their time; and those that have gone. */
  issues: z.optional(z.array(z.tuple([z.string(), Instant]))),
  gone: z.optional(z.array(z.string())),
  /** All of them. */
  severities: z.optional(z.array(z.tuple([z.enum(ISSUE_CODES), z.enum(LEVELS)]))),
  /** Those that were added. */
  status_transitions: z.optional(
    z.array(
      z.strictObject({
        at: Instant,
        from: z.nullable(z.enum(WATCHED_STATES)),
        to: z.enum(WATCHED_STATES),
      }),
    ),
  ),
  issue_transitions: z.optional(
    z.array(
      z.strictObject({
        at: Instant,
        code: z.enum(ISSUE_CODES),
        from: z.nullable(z.enum(LEVELS)),
        to: z.nullable(z.enum(LEVELS)),
        headline: z.optional(z.string()),
        subjects: z.optional(z.array(z.string())),
      }),
    ),
  ),
});
type WatchedLine = z.infer<typeof WatchedLine>;
const AnyLine = z.union([LookLine, WatchedLine]);

/** What stands, since when, and the transitions: a line for each look, which is short where nothing has changed. */
export const keptHistory: Kept<Watched> = {
  nothing: NOTHING_WATCHED,

  read(lines) {
    let value = NOTHING_WATCHED;
    let unknown = 0;
    for (const line of lines) {
      const { success, data } = AnyLine.safeParse(line);
      if (success) value = withLine(value, data);
      else unknown += 1;
    }
    return { value, unknown };
  },

  lines(before, after) {
    if (before === after) return [];
    const line = lineBetween(before, after);
    return [line ?? { anew: true, ...lineBetween(NOTHING_WATCHED, after) }];
  },
};

/** Undefined when transitions were not only added: then all must be told anew. */
function lineBetween(before: Watched, after: Watched): WatchedLine | undefined {
  const status_transitions = added(before.status_transitions, after.status_transitions);
  const issue_transitions = added(before.issue_transitions, after.issue_transitions);
  if (status_transitions === undefined || issue_transitions === undefined) return undefined;
  const issues = [...after.issues].filter(([key, since]) => before.issues.get(key) !== since);
  const gone = [...before.issues.keys()].filter((key) => !after.issues.has(key));
  const severities = [...after.severities];
  return {
    looked_at_ms: after.looked_at_ms,
    ...(after.watching_since === before.watching_since ? {} : { watching_since: after.watching_since }),
    ...(isSame(after.level, before.level) ? {} : { level: after.level }),
    ...(isSame(after.status, before.status) ? {} : { status: after.status }),
    ...(isSame(after.decision, before.decision) ? {} : { decision: after.decision }),
    ...(after.unread === before.unread ? {} : { unread: after.unread }),
    ...(issues.length === 0 ? {} : { issues }),
    ...(gone.length === 0 ? {} : { gone }),
    ...(isSame(severities, [...before.severities]) ? {} : { severities }),
    ...(status_transitions.length === 0 ? {} : { status_transitions }),
    ...(issue_transitions.length === 0 ? {} : { issue_transitions }),
  };
}

function withLine(known: Watched, line: WatchedLine): Watched {
  const before = line.anew === true ? NOTHING_WATCHED : known;
  const { looked_at_ms, watching_since, level, status, decision, unread, severities } = line;
  return {
    looked_at_ms,
    watching_since: watching_since === undefined ? before.watching_since : watching_since,
    level: level === undefined ? before.level : level,
    status: status === undefined ? before.status : status,
    decision: decision === undefined ? before.decision : decision,
    unread: unread ?? before.unread,
    issues: withIssues(before.issues, line),
    severities: severities === undefined ? before.severities : new Map(severities),
    status_transitions: appended(before.status_transitions, line.status_transitions),
    issue_transitions: appended(before.issue_transitions, line.issue_transitions),
  };
}

function withIssues(before: Watched['issues'], { issues = [], gone = [] }: WatchedLine): Watched['issues'] {
  if (issues.length + gone.length === 0) return before;
  const after = new Map([...before, ...issues]);
  for (const key of gone) after.delete(key);
  return after;
}

/** What was added behind the last of those before; undefined when that one is no longer there. */
function added<T>(before: readonly T[], after: readonly T[]): T[] | undefined {
  const last = before.at(-1);
  if (last === undefined) return [...after];
  const at = after.lastIndexOf(last);
  return at === -1 ? undefined : after.slice(at + 1);
}

function appended<T>(before: readonly T[], more: readonly T[] = []): readonly T[] {
  return more.length === 0 ? before : [...before, ...more].slice(-TRANSITIONS_KEPT);
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

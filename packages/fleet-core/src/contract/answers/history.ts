import * as z from 'zod/mini';
import { ISSUE_CODES } from '../issue.ts';
import { LEVELS } from '../level.ts';
import { Count, Instant, openEnum } from '../scalars.ts';
import { Samples } from './samples.ts';

/** What a stretch of time looked like: the worst of all issues, that nothing could be read, or that nobody looked. */
export const WATCHED_STATES = [...LEVELS, 'unread', 'unwatched'] as const;
export type WatchedState = (typeof WATCHED_STATES)[number];

/** What was seen of the fleet changed; `from` is null for the first one that was seen. */
export const StatusTransition = z.object({
  at: Instant,
  from: z.nullable(openEnum(WATCHED_STATES)),
  to: openEnum(WATCHED_STATES),
});
export type StatusTransition = z.infer<typeof StatusTransition>;

/** An issue code came, went, or changed its severity; null stands for not there. */
export const IssueTransition = z.object({
  at: Instant,
  code: openEnum(ISSUE_CODES),
  from: z.nullable(openEnum(LEVELS)),
  to: z.nullable(openEnum(LEVELS)),
  /**
   * What it was at that instant: the headline of its most urgent cause, and the first of those whom that concerned. Absent
   * where it went, and where an older API took note of it.
   */
  headline: z.optional(z.string()),
  subjects: z.optional(z.array(z.string())),
});
export type IssueTransition = z.infer<typeof IssueTransition>;

/** What one API has seen of the fleet. All instants are on the database's clock. */
export const FleetHistory = z.object({
  schema_version: z.int(),
  /** When the first snapshot was read; null before that. What lies earlier is not known. */
  watching_since: z.nullable(Instant),
  /**
   * Looks further apart than this leave a time that was not watched: samples further apart do, and a transition to
   * `unwatched` tells it. 0 where an older API does not say.
   */
  longest_pause_sec: z._default(Count, 0),
  /** The last 200 changes of each kind, oldest first; of an asked range those in it, and the one of the status before it. */
  status_transitions: z.array(StatusTransition),
  issue_transitions: z.array(IssueTransition),
  /** Those of the range that was asked for, or of the last 24 hours; null where an older API sends none. */
  samples: z._default(z.nullable(Samples), null),
});
export type FleetHistory = z.infer<typeof FleetHistory>;

import * as z from 'zod/mini';
import { ISSUE_CODES } from './issue.ts';
import { LEVELS } from './level.ts';
import { Instant, openEnum } from './scalars.ts';

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
});
export type IssueTransition = z.infer<typeof IssueTransition>;

/** What one API has seen of the fleet since it began to watch: the last 200 changes of each kind, oldest first. */
export const FleetHistory = z.object({
  schema_version: z.int(),
  /** When the first snapshot was read; null before that. What lies earlier is not known. */
  watching_since: z.nullable(Instant),
  status_transitions: z.array(StatusTransition),
  issue_transitions: z.array(IssueTransition),
});
export type FleetHistory = z.infer<typeof FleetHistory>;

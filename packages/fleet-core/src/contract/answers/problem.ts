import * as z from 'zod/mini';
import { FleetSnapshot } from '../fleet-snapshot.ts';
import { CountOrNull } from '../scalars.ts';

/**
 * A failure as `application/problem+json` (RFC 9457). It says nothing about the backend;
 * `request_id` finds the cause in the log.
 */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  request_id: z.string(),
  /** The id under which the cause stands in the log, when an earlier request met it first. */
  failure_id: z.optional(z.string()),
});
export type Problem = z.infer<typeof Problem>;

/** The failure of `/api/fleet`, with the last good snapshot: a past one, never to be read as the present. */
export const FleetProblem = z.extend(Problem, {
  last_snapshot: z.nullable(FleetSnapshot),
  last_snapshot_age_sec: CountOrNull,
});
export type FleetProblem = z.infer<typeof FleetProblem>;

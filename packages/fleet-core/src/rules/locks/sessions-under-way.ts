import type { BucketRange } from '../../contract/bucket-coverage.ts';
import type {
  OpenSession,
  RangeLock,
  RolloutControlReadings,
  RolloutJob,
} from '../../domain/rollout-control.ts';
import { byCodePoint } from '../code-point-order.ts';
import { groupBy } from '../group-by.ts';
import { rangeOf, subtractRanges, withinTotal } from '../ownership/bucket-ranges.ts';
import { hasSucceeded, isRelease } from './job-status.ts';

/** An open session that is not done with. */
export type SessionUnderWay = OpenSession & {
  /** What it set out to activate and is locked by nobody, in order; never empty. */
  readonly missing: readonly BucketRange[];
  /** Its last operation, where one is known. */
  readonly last_job: RolloutJob | null;
};

/**
 * The open sessions that are not done with, the oldest first. Jetmon leaves sessions open: one is done with when all that
 * it set out to activate is locked, when what it had activated was released again, or when a later session has taken it up.
 */
export function sessionsUnderWay(
  readings: RolloutControlReadings,
  locks: readonly RangeLock[],
  bucketTotal: number,
): SessionUnderWay[] {
  const { rollout_sessions: sessions } = readings;
  if (!sessions?.ok) return [];
  const locked = locks.map(rangeOf);
  const runs = new Set(locks.map(({ run_id }) => run_id));
  const jobsOf = jobsByRun(readings);
  const later: BucketRange[] = [];
  return sessions.value
    .toSorted(newestFirst)
    .flatMap((session): SessionUnderWay[] => {
      const claimed = subtractRanges([withinTotal(rangeOf(session), bucketTotal)], later);
      later.push(rangeOf(session));
      const missing = subtractRanges(claimed, locked);
      const jobs = jobsOf.get(session.run_id) ?? [];
      const isReleased = !runs.has(session.run_id) && isRelease(jobs.find(hasSucceeded));
      if (missing.length === 0 || isReleased) return [];
      return [{ ...session, missing, last_job: jobs[0] ?? null }];
    })
    .toReversed();
}

/** The jobs of each session, newest first. */
export function jobsByRun({ rollout_jobs }: RolloutControlReadings): Map<string, RolloutJob[]> {
  return groupBy(rollout_jobs?.ok ? rollout_jobs.value.jobs : [], ({ run_id }) => run_id);
}

function newestFirst(a: OpenSession, b: OpenSession): number {
  return (b.created_at_ms ?? 0) - (a.created_at_ms ?? 0) || byCodePoint(b.run_id, a.run_id);
}

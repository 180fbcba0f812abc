import type { RolloutJob } from '../../domain/rollout-control.ts';
import { type Finding, finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { isApiInUse } from '../ownership/bucket-ownership.ts';
import { rangeOf } from '../ownership/bucket-ranges.ts';
import { rangesText } from '../text/bucket-range-text.ts';
import { durationText, pastLimitText } from '../text/duration-text.ts';
import { hasFailed, hasSucceeded, jobText, operationText } from './job-status.ts';
import { jobsByRun, type SessionUnderWay } from './sessions-under-way.ts';

/** A job of no session, and one whose session is not known, are forgotten after this. */
const FORGOTTEN_MS = 24 * 3_600_000;

/** What went wrong or was left in the middle of a rollout through Jetmon's API; nothing where nobody uses it. */
export function sessionFindings(fleet: JudgedFleet): Finding[] {
  if (fleet.locks.length === 0 && !isApiInUse(fleet.processes)) return [];
  return [...failedJobs(fleet), ...stalledSessions(fleet)];
}

/** The last failed operation of each session, until a later one of it succeeds. */
function failedJobs(fleet: JudgedFleet): Finding[] {
  const { rollout_sessions: sessions } = fleet.readings;
  const open = new Map((sessions?.ok ? sessions.value : []).map((session) => [session.run_id, session]));
  return [...jobsByRun(fleet.readings)].flatMap(([run_id, jobs]) => {
    const failed = standingFailure(jobs);
    if (failed === undefined || isPast(failed, fleet)) return [];
    const session = open.get(run_id);
    const underWay = fleet.sessions.find((one) => one.run_id === run_id);
    const what = operationText(failed);
    const where = session === undefined ? '' : ` for ${rangesText([rangeOf(session)])}`;
    const name = run_id === '' ? 'a rollout without a session' : `rollout ${run_id}`;
    const title = `${what}${where} failed in ${name}`;
    return [
      finding('amber', 'job_failed', title, `${name}: ${what}${where} failed: ${jobText(failed)}`, {
        subject: run_id,
        headline: `${title}: ${jobText(failed)}`,
        hosts: session === undefined ? [] : [session.host_id],
        ranges: underWay?.missing ?? [],
        ...(failed.created_at_ms === null ? {} : { sinceMs: failed.created_at_ms }),
      }),
    ];
  });
}

/** Of jobs that are newest first; what ended in the same second counts as later. */
function standingFailure(jobs: readonly RolloutJob[]): RolloutJob | undefined {
  const failed = jobs.find(hasFailed);
  const succeeded = jobs.find(hasSucceeded);
  if (failed === undefined || succeeded === undefined) return failed;
  return (failed.created_at_ms ?? 0) > (succeeded.created_at_ms ?? 0) ? failed : undefined;
}

/** Of a session that is no longer open, or that a later one has taken up, nobody needs to know. */
function isPast({ run_id, created_at_ms }: RolloutJob, { readings, nowMs }: JudgedFleet): boolean {
  const { rollout_sessions: sessions } = readings;
  if (run_id === '' || !sessions?.ok) return nowMs - (created_at_ms ?? 0) > FORGOTTEN_MS;
  const own = sessions.value.find((session) => session.run_id === run_id);
  if (own === undefined) return true;
  return sessions.value.some(
    (other) =>
      (other.created_at_ms ?? 0) > (own.created_at_ms ?? 0) &&
      other.bucket_min <= own.bucket_min &&
      own.bucket_max <= other.bucket_max,
  );
}

function stalledSessions(fleet: JudgedFleet): Finding[] {
  const { nowMs, thresholds } = fleet;
  return fleet.sessions.flatMap((session) => {
    const lastMs = lastMovedMs(session, fleet);
    const idleMs = nowMs - lastMs;
    if (idleMs <= thresholds.session_idle_sec * 1000) return [];
    const { run_id, host_id, missing, last_job } = session;
    const idle = pastLimitText(idleMs / 1000, thresholds.session_idle_sec);
    const last =
      last_job === null
        ? 'no job of it is known'
        : `its last job, ${operationText(last_job)}, ${agoText(last_job, nowMs)}`;
    const title = `rollout ${run_id} of ${host_id} has stalled`;
    const message = `rollout ${run_id}: open for ${rangesText([rangeOf(session)])} of ${host_id}, and idle for ${idle}: ${last}`;
    return [
      finding('amber', 'session_stalled', title, message, {
        subject: run_id,
        headline: `${title}: idle for ${idle}, with ${rangesText(missing)} not activated`,
        hosts: [host_id],
        ranges: missing,
        sinceMs: lastMs + thresholds.session_idle_sec * 1000,
      }),
    ];
  });
}

function agoText({ created_at_ms: atMs }: RolloutJob, nowMs: number): string {
  return atMs === null ? 'at a time that is not told' : `${durationText((nowMs - atMs) / 1000)} ago`;
}

/** The latest that it can have moved: of jobs that were not read only that they are older than those which were. */
function lastMovedMs(
  session: SessionUnderWay,
  { readings: { rollout_jobs: jobs }, nowMs }: JudgedFleet,
): number {
  const { created_at_ms, updated_at_ms, last_job } = session;
  // Without the jobs it may have moved just now.
  if (jobs !== undefined && !jobs.ok) return nowMs;
  const oldestRead = jobs?.value.has_older ? jobs.value.jobs.at(-1) : undefined;
  return Math.max(created_at_ms ?? 0, updated_at_ms ?? 0, (last_job ?? oldestRead)?.created_at_ms ?? 0);
}

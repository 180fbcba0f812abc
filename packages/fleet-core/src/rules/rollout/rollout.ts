import type { Rollout, RolloutSession } from '../../contract/rollout.ts';
import type { Closed } from '../../contract/scalars.ts';
import { toInstant } from '../../domain/instant.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { jobText, operationText } from '../locks/job-status.ts';
import type { SessionUnderWay } from '../locks/sessions-under-way.ts';
import { nextStep } from './next-step.ts';
import { rolloutHosts, type StandingHost } from './rollout-hosts.ts';
import { isUnderWay } from './under-way.ts';

/** How far the rollout has come, and which step is next. What could not be read makes its facts null. */
export function judgeRollout(fleet: JudgedFleet): Closed<Rollout> {
  const hosts = rolloutHosts(fleet);
  const told = {
    stage: fleet.bucket_coverage.mode,
    planned_stage: fleet.stage,
    hosts: hosts.map(({ row }) => row),
    counts: countPhases(hosts),
    sessions: fleet.sessions.map(toSession),
    ...nextStep(hosts, fleet),
  };
  return { ...told, under_way: isUnderWay(told) };
}

function toSession(session: SessionUnderWay): Closed<RolloutSession> {
  const { run_id, host_id, bucket_min: min, bucket_max: max, change_ref, operator, last_job } = session;
  return {
    run_id,
    host_id,
    range: { min, max },
    change_ref,
    operator,
    created_at: instantOrNull(session.created_at_ms),
    last_job:
      last_job === null
        ? null
        : {
            operation: operationText(last_job),
            status: last_job.status,
            message: jobText(last_job),
            at: instantOrNull(last_job.created_at_ms),
          },
  };
}

function instantOrNull(ms: number | null): string | null {
  return ms === null ? null : toInstant(ms);
}

function countPhases(hosts: readonly StandingHost[]): Closed<Rollout>['counts'] {
  const counts = { v1_or_absent: 0, standby: 0, active: 0, pinned: 0, dynamic: 0, stopped: 0, unknown: 0 };
  for (const { row } of hosts) counts[row.phase] += 1;
  return counts;
}

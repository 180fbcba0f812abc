import type { Rollout } from '../../contract/rollout.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { nextStep } from './next-step.ts';
import { rolloutHosts, type StandingHost } from './rollout-hosts.ts';

/** How far the rollout has come, and which step is next. What could not be read makes its facts null. */
export function judgeRollout(fleet: JudgedFleet): Closed<Rollout> {
  const hosts = rolloutHosts(fleet);
  return {
    stage: fleet.bucket_coverage.mode,
    hosts: hosts.map(({ row }) => row),
    counts: countPhases(hosts),
    ...nextStep(hosts, fleet),
  };
}

function countPhases(hosts: readonly StandingHost[]): Closed<Rollout>['counts'] {
  const counts = { v1_or_absent: 0, standby: 0, pinned: 0, dynamic: 0, stopped: 0, unknown: 0 };
  for (const { row } of hosts) counts[row.phase] += 1;
  return counts;
}

import { apiFleet, rolloutJob, rolloutSession, runOf } from '../builders/api-rollout.ts';
import { rangeOf } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';
import { HALF } from './api-half-way.ts';

const RUN = runOf('jetmon-d');

/** The fourth range could not be activated: v1 may have stopped there, and v2 has not begun. */
export const apiJobFailed: Scenario = {
  name: 'api-job-failed',
  description:
    'the activation of the fourth range was refused, and nothing of its rollout has succeeded since',
  build: () =>
    apiFleet({
      active: HALF,
      sessions: [rolloutSession('jetmon-d', rangeOf('jetmon-d'), { created_age: 900, updated_age: 900 })],
      jobs: [
        rolloutJob(RUN, 'preflight', 840),
        rolloutJob(RUN, 'seed', 600),
        rolloutJob(RUN, 'activate_buckets', 240, {
          status: 'blocked',
          progress: 0,
          summary: 'activation has overlapping active buckets',
          error_code: 'bucket_range_conflict',
          error_message: 'bucket range overlaps an active rollout lock',
        }),
      ],
    }),
  deliveries: 'none',
  expected: {
    status: 'amber',
    nextActionCode: 'confirm_bucket_ownership',
    decision: 'hold',
    addedCodes: ['job_failed'],
  },
};

import { apiFleet, rolloutJob, rolloutSession, runOf } from '../builders/api-rollout.ts';
import { rangeOf } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';
import { HALF } from './api-half-way.ts';

/** Somebody began with the fourth range and left it. */
export const apiSessionStalled: Scenario = {
  name: 'api-session-stalled',
  description: 'the rollout of the fourth range was begun three hours ago and left in the middle',
  build: () =>
    apiFleet({
      active: HALF,
      sessions: [
        rolloutSession('jetmon-d', rangeOf('jetmon-d'), { created_age: 11_000, updated_age: 11_000 }),
      ],
      jobs: [rolloutJob(runOf('jetmon-d'), 'seed', 10_800)],
    }),
  deliveries: 'none',
  expected: {
    status: 'amber',
    nextActionCode: 'confirm_bucket_ownership',
    decision: 'hold',
    addedCodes: ['session_stalled'],
  },
};

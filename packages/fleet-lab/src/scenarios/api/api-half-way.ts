import { apiFleet } from '../builders/api-rollout.ts';
import { HOSTS } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

/** The hosts whose ranges are active half way through. */
export const HALF = HOSTS.slice(0, 3);

/** Three ranges were activated through the API, the rest remains with v1. */
export const apiHalfWay: Scenario = {
  name: 'api-half-way',
  description: "half way through a rollout by Jetmon's API: three ranges active, three hosts in standby",
  build: () => apiFleet({ active: HALF }),
  deliveries: 'none',
  expected: {
    status: 'amber',
    nextActionCode: 'confirm_bucket_ownership',
    decision: 'advance_as_planned',
    addedCodes: [],
  },
};

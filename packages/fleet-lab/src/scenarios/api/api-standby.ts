import { apiFleet } from '../builders/api-rollout.ts';
import type { Scenario } from '../scenario.ts';

/** Before the first range: all of v2 waits, and v1 has every bucket. */
export const apiStandby: Scenario = {
  name: 'api-standby',
  description: "six monitors in standby under Jetmon's API, as planned; v1 has every bucket",
  build: () => apiFleet(),
  deliveries: 'none',
  expected: {
    status: 'amber',
    nextActionCode: 'confirm_bucket_ownership',
    decision: 'advance_as_planned',
    addedCodes: [],
  },
};

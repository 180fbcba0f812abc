import { rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

/** Where a rollout ends: every bucket owned once, everything fresh, the queues empty of due work. */
export const dynamicHealthy: Scenario = {
  name: 'dynamic-healthy',
  description: 'after the cutover: six dynamic monitors own every bucket once, all green',
  build: () => rolloutFleet(),
  deliveries: 'flowing',
  expected: {
    status: 'green',
    nextActionCode: 'continue',
    decision: 'advance',
    addedCodes: [],
  },
};

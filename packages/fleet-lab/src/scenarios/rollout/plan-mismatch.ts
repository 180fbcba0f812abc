import { rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

/** The fleet is well and not where it was said to be: a step was taken, or the plan is old. */
export const planMismatch: Scenario = {
  name: 'plan-mismatch',
  description: 'all six monitors are dynamic, and FLEET_EXPECTED_OWNERSHIP says pinned',
  build: () => rolloutFleet({ expected_ownership: 'pinned' }),
  deliveries: 'flowing',
  expected: {
    status: 'green',
    nextActionCode: 'continue',
    decision: 'hold',
    addedCodes: ['plan_mismatch'],
  },
};

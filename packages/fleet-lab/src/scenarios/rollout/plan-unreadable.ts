import { rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

/** The fleet is well, and by which plan it is to be judged is not known. */
export const planUnreadable: Scenario = {
  name: 'plan-unreadable',
  description: 'the plan file was mistyped, so that it says nothing',
  build: () => rolloutFleet({ plan_file: '{"stage": "dynamik"}' }),
  deliveries: 'flowing',
  expected: {
    status: 'green',
    nextActionCode: 'continue',
    decision: 'hold',
    addedCodes: ['plan_unreadable'],
  },
};

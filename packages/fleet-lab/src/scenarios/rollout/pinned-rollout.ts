import { seedExample } from '../../state/labelled-states.ts';
import type { Scenario } from '../scenario.ts';

/** Three monitors pinned in their configuration while v1 hosts are replaced one by one. */
export const pinnedRollout: Scenario = {
  name: 'pinned-rollout',
  description: 'the worked example: three pinned monitors, one deliverer, amber as expected during a rollout',
  build: seedExample,
  deliveries: 'flowing',
  expected: {
    status: 'amber',
    nextActionCode: 'confirm_bucket_ownership',
    decision: 'hold',
    addedCodes: [],
  },
};

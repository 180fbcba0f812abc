import { apiFleet } from '../builders/api-rollout.ts';
import type { Scenario } from '../scenario.ts';
import { HALF } from './api-half-way.ts';

/** A monitor that was restarted has not taken up the range that is locked for it. */
export const apiRangeMismatch: Scenario = {
  name: 'api-range-mismatch',
  description: 'jetmon-c holds the lock of its range and reports that it is in standby',
  build: () =>
    apiFleet({
      active: HALF,
      monitors: {
        'jetmon-c': {
          bucket_min: null,
          bucket_max: null,
          bucket_ownership: 'rollout_mode=api-controlled standby',
          started_at_age: 1_200,
        },
      },
    }),
  deliveries: 'none',
  expected: {
    status: 'amber',
    nextActionCode: 'confirm_bucket_ownership',
    decision: 'hold',
    addedCodes: ['lock_range_mismatch'],
  },
};

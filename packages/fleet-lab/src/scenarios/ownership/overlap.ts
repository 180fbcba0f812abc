import { deliverers, monitors, owners, rangeOf, rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

const REACHING_BACK = { bucket_min: rangeOf('jetmon-d').min - 40 };

/** jetmon-d reaches back into jetmon-c's range: those sites are checked, and alerted about, twice. */
export const overlap: Scenario = {
  name: 'overlap',
  description: 'jetmon-c and jetmon-d both own forty buckets',
  build: () =>
    rolloutFleet({
      processes: [...monitors({ 'jetmon-d': REACHING_BACK }), ...deliverers()],
      owners: owners({ 'jetmon-d': REACHING_BACK }),
    }),
  deliveries: 'flowing',
  expected: {
    status: 'red',
    nextActionCode: 'fix_bucket_coverage',
    decision: 'stop',
    addedCodes: [],
  },
};

import { deliverers, monitors, rangeOf, rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

/** jetmon-b has missed a change of ranges: by the rows every bucket is owned, and sixty are not watched. */
export const rangeMismatch: Scenario = {
  name: 'range-mismatch',
  description: 'jetmon-b watches sixty buckets fewer than its owner row says',
  build: () =>
    rolloutFleet({
      processes: [...monitors({ 'jetmon-b': { bucket_max: rangeOf('jetmon-b').max - 60 } }), ...deliverers()],
    }),
  deliveries: 'flowing',
  expected: {
    status: 'green',
    nextActionCode: 'continue',
    decision: 'hold',
    addedCodes: ['range_mismatch'],
  },
};

import { owners, rangeOf, rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

/** jetmon-d reaches back into jetmon-c's range: those sites are checked, and alerted about, twice. */
export const overlap: Scenario = {
  name: 'overlap',
  description: 'jetmon-c and jetmon-d both own forty buckets',
  build: () => rolloutFleet({ owners: owners({ 'jetmon-d': { bucket_min: rangeOf('jetmon-d').min - 40 } }) }),
  deliveries: 'flowing',
  expected: { status: 'red', nextActionCode: 'fix_bucket_coverage' },
};

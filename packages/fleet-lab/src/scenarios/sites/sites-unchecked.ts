import { monitoredSites } from '../builders/monitored-sites.ts';
import { BUCKET_TOTAL, rangeOf, rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

const RANGE = rangeOf('jetmon-d');
const THREE_HOURS = 10_800;

/** jetmon-d lives, owns its buckets and reports green: its check workers hang, and no outage there is noticed. */
export const sitesUnchecked: Scenario = {
  name: 'sites-unchecked',
  description: 'jetmon-d has checked none of its sites for three hours, and says that it is well',
  build: () =>
    rolloutFleet({
      monitored: monitoredSites(400, BUCKET_TOTAL, {
        checkedAge: (bucket) => (bucket >= RANGE.min && bucket <= RANGE.max ? THREE_HOURS : 60),
      }),
    }),
  deliveries: 'flowing',
  expected: {
    status: 'green',
    nextActionCode: 'continue',
    decision: 'stop',
    addedCodes: ['sites_unchecked'],
  },
};

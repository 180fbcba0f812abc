import { deliverers, HOSTS, monitors, owners, rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

/** The first three hosts take their buckets from jetmon_hosts, the others are still pinned. */
export const midRollout: Scenario = {
  name: 'mid-rollout',
  description: 'half way through the cutover: three monitors dynamic, three still pinned',
  build: () =>
    rolloutFleet({
      processes: [...monitors({}, HOSTS.slice(3)), ...deliverers()],
      owners: owners({}, HOSTS.slice(0, 3)),
    }),
  deliveries: 'flowing',
  expected: {
    status: 'amber',
    nextActionCode: 'confirm_bucket_ownership',
    decision: 'hold',
    addedCodes: [],
  },
};

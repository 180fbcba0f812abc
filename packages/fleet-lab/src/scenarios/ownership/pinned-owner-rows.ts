import { deliverers, HOSTS, monitors, owners, rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

/** A row of dynamic ownership was left under pinned buckets: at the cutover two would watch them. */
export const pinnedOwnerRows: Scenario = {
  name: 'pinned-owner-rows',
  description: 'six pinned monitors, and a forgotten owner row for the buckets of jetmon-c',
  build: () =>
    rolloutFleet({
      processes: [...monitors({}, HOSTS), ...deliverers()],
      owners: owners({}, ['jetmon-c']),
      expected_ownership: 'pinned',
    }),
  deliveries: 'flowing',
  expected: {
    status: 'amber',
    nextActionCode: 'confirm_bucket_ownership',
    decision: 'hold',
    addedCodes: ['pinned_owner_rows'],
  },
};

import { deliverers, HOSTS, monitors, rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

/** The stage between v1 and dynamic ownership, and the dashboard was told so. */
export const pinnedAsPlanned: Scenario = {
  name: 'pinned-as-planned',
  description: 'six pinned monitors, and FLEET_EXPECTED_OWNERSHIP says pinned: safe to continue',
  build: () =>
    rolloutFleet({
      processes: [...monitors({}, HOSTS), ...deliverers()],
      owners: [],
      expected_ownership: 'pinned',
    }),
  deliveries: 'flowing',
  expected: {
    status: 'amber',
    nextActionCode: 'confirm_bucket_ownership',
    decision: 'advance_as_planned',
    addedCodes: [],
  },
};

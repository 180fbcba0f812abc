import { rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

/** A database that Jetmon 2 has not written to yet. */
export const empty: Scenario = {
  name: 'empty',
  description: 'the tables exist and hold no row',
  build: () =>
    rolloutFleet({
      processes: [],
      owners: [],
      webhooks: [],
      alerts: [],
      monitored: { sites: [], events: [] },
    }),
  deliveries: 'none',
  expected: {
    status: 'amber',
    nextActionCode: 'confirm_bucket_ownership',
    decision: 'hold',
    addedCodes: [],
  },
};

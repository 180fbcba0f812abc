import { monitoredSites } from '../builders/monitored-sites.ts';
import { BUCKET_TOTAL, rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

/** The legacy site table says "running" for sites that have an open outage. */
export const drift: Scenario = {
  name: 'drift',
  description: 'the legacy status of seven sites does not follow their open events',
  build: () => rolloutFleet({ monitored: monitoredSites(400, BUCKET_TOTAL, { drifted: 7 }) }),
  deliveries: 'flowing',
  expected: {
    status: 'red',
    nextActionCode: 'fix_projection_drift',
    decision: 'stop',
    addedCodes: [],
  },
};

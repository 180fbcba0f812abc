import { rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

/** The healthy fleet on a later database: its tables have other names, and site_runtime says when sites were checked. */
export const renamed: Scenario = {
  name: 'renamed',
  description: 'six dynamic monitors, all green, on a database whose tables are called jetpack_monitor_…',
  build: () => ({ ...rolloutFleet(), is_later: true }),
  deliveries: 'flowing',
  expected: {
    status: 'green',
    nextActionCode: 'continue',
    decision: 'advance',
    addedCodes: [],
  },
};

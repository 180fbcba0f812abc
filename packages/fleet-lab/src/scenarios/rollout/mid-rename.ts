import { otherMonitor } from '../builders/other-monitor.ts';
import { rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

/** Tables of both names are there: the fleet reports in the first ones, and one monitor already in the others. */
export const midRename: Scenario = {
  name: 'mid-rename',
  description: 'in the middle of renaming the tables: six monitors report in the old ones, one in the new',
  build: () => {
    const fleet = rolloutFleet();
    return { ...fleet, rows: { ...fleet.rows, other_process_health: [otherMonitor(20)] } };
  },
  deliveries: 'flowing',
  expected: {
    status: 'green',
    nextActionCode: 'continue',
    decision: 'hold',
    addedCodes: ['other_tables_in_use'],
  },
};

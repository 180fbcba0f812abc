import { deliverers, monitors, rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

/** jetmon-c is gone with its row of process health; the living monitors keep its owner row fresh. */
export const ownerWithoutMonitor: Scenario = {
  name: 'owner-without-monitor',
  description: 'jetmon-c holds buckets by a fresh owner row, and no monitor runs there',
  build: () =>
    rolloutFleet({
      processes: [...monitors().filter((row) => row.host_id !== 'jetmon-c'), ...deliverers()],
    }),
  deliveries: 'flowing',
  expected: {
    status: 'green',
    nextActionCode: 'continue',
    decision: 'stop',
    addedCodes: ['owner_without_monitor'],
  },
};

import { deliverers, monitors, rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

/** Everybody reports green and fresh, and nobody checks a site. */
export const noActiveMonitors: Scenario = {
  name: 'no-active-monitors',
  description: 'every monitor is stopping, and the owner rows are left as they were',
  build: () =>
    rolloutFleet({
      processes: [...monitors().map((row) => ({ ...row, state: 'stopping' })), ...deliverers()],
    }),
  deliveries: 'flowing',
  expected: {
    status: 'green',
    nextActionCode: 'continue',
    decision: 'stop',
    addedCodes: ['owner_without_monitor', 'no_active_monitors'],
  },
};

import { deliverers, monitors, owners, rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

/** By so much every heartbeat and owner row is late: more than a round, less than the grace. */
const LAG_SEC = 150;

/** The dashboard reads a replica that lags: everything it sees is minutes old. */
export const heartbeatsLate: Scenario = {
  name: 'heartbeats-late',
  description: 'all heartbeats are two and a half minutes old, as on a replica that lags',
  build: () =>
    rolloutFleet({
      processes: [...monitors(), ...deliverers()].map((row) => ({
        ...row,
        updated_at_age: row.updated_at_age + LAG_SEC,
      })),
      owners: owners().map((row) => ({ ...row, last_heartbeat_age: row.last_heartbeat_age + LAG_SEC })),
    }),
  deliveries: 'flowing',
  expected: {
    status: 'green',
    nextActionCode: 'continue',
    decision: 'hold',
    addedCodes: ['heartbeat_late'],
  },
};

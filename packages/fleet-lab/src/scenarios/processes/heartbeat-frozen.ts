import { deliverers, monitors, rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

const AN_HOUR_AHEAD = -3_600;

/** The clock of jetmon-c was an hour ahead when it died: its last heartbeat looks fresh for more than an hour. */
export const heartbeatFrozen: Scenario = {
  name: 'heartbeat-frozen',
  description:
    'jetmon-c has died with its clock an hour ahead: after 90 s of watching its heartbeat is frozen',
  build: () =>
    rolloutFleet({
      processes: [...monitors({ 'jetmon-c': { updated_at_age: AN_HOUR_AHEAD } }), ...deliverers()],
    }),
  deliveries: 'flowing',
  incident: { processId: 'jetmon-c:monitor', kind: 'falls-silent', afterSec: 91 },
  expected: {
    status: 'amber',
    nextActionCode: 'review_warnings',
    decision: 'hold',
    addedCodes: ['heartbeat_frozen'],
  },
};

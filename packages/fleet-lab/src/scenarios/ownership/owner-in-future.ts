import { owners, rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

const TWO_HOURS_AHEAD = -7_200;

/** An owner row was written by a wrong clock: it looks fresh for two hours, whatever becomes of jetmon-d. */
export const ownerInFuture: Scenario = {
  name: 'owner-in-future',
  description: 'the owner row of jetmon-d lies two hours in the future',
  build: () => rolloutFleet({ owners: owners({ 'jetmon-d': { last_heartbeat_age: TWO_HOURS_AHEAD } }) }),
  deliveries: 'flowing',
  expected: {
    status: 'green',
    nextActionCode: 'continue',
    decision: 'hold',
    addedCodes: ['owner_heartbeat_in_future'],
  },
};

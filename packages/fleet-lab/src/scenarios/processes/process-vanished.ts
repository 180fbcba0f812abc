import { rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

/** Jetmon deletes no row of process health: somebody did, and the deliverer that stood by with it. */
export const processVanished: Scenario = {
  name: 'process-vanished',
  description: 'the row of the stand-by deliverer is deleted half a minute after the start',
  build: () => rolloutFleet(),
  deliveries: 'flowing',
  incident: { processId: 'jetmon-deliverer-2:deliverer', kind: 'row-deleted', afterSec: 30 },
  expected: {
    status: 'green',
    nextActionCode: 'continue',
    decision: 'hold',
    addedCodes: ['process_vanished'],
  },
};

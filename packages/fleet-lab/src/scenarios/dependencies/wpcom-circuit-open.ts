import { deliverers, monitors, rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

/** jetmon-e has stopped asking WordPress.com for a while, and queues what it would have asked. */
export const wpcomCircuitOpen: Scenario = {
  name: 'wpcom-circuit-open',
  description: 'jetmon-e reports its WordPress.com circuit open, and 4,200 requests behind it',
  build: () =>
    rolloutFleet({
      processes: [
        ...monitors({ 'jetmon-e': { wpcom_circuit_open: 1, wpcom_queue_depth: 4_200 } }),
        ...deliverers(),
      ],
    }),
  deliveries: 'flowing',
  expected: {
    status: 'green',
    nextActionCode: 'continue',
    decision: 'hold',
    addedCodes: ['wpcom_circuit_open'],
  },
};

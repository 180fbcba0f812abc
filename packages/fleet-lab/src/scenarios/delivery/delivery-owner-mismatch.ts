import { deliverers, monitors, rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

/** jetmon-a was started with its workers on: it and the owner that it names may send the same delivery. */
export const deliveryOwnerMismatch: Scenario = {
  name: 'delivery-owner-mismatch',
  description: 'jetmon-a has delivery workers enabled and names jetmon-deliverer-1 as the owner',
  build: () =>
    rolloutFleet({
      processes: [...monitors({ 'jetmon-a': { delivery_workers_enabled: 1 } }), ...deliverers()],
    }),
  deliveries: 'flowing',
  expected: {
    status: 'green',
    nextActionCode: 'continue',
    decision: 'hold',
    addedCodes: ['delivery_owner_mismatch'],
  },
};

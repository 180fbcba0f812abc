import { delivererProcess } from '../builders/deliverer-process.ts';
import { monitors, rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

/** Two deliverers are enabled and neither says who owns the queues: both may send the same delivery. */
export const ownerUnset: Scenario = {
  name: 'owner-unset',
  description: 'two deliverers are enabled without DELIVERY_OWNER_HOST',
  build: () =>
    rolloutFleet({
      processes: [
        ...monitors(),
        delivererProcess('jetmon-deliverer-1', { delivery_owner_host: '' }),
        delivererProcess('jetmon-deliverer-2', { delivery_owner_host: '' }),
      ],
    }),
  deliveries: 'flowing',
  expected: {
    status: 'amber',
    nextActionCode: 'confirm_delivery_owner',
    decision: 'hold',
    addedCodes: [],
  },
};

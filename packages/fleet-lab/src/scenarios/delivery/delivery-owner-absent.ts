import { monitors, rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

/** Nothing waits yet, so the queues look well: whatever comes next will wait for a host that does not deliver. */
export const deliveryOwnerAbsent: Scenario = {
  name: 'delivery-owner-absent',
  description: 'every monitor names jetmon-deliverer-1 as delivery owner, and no process runs there',
  build: () => rolloutFleet({ processes: monitors(), webhooks: [], alerts: [] }),
  deliveries: 'none',
  expected: {
    status: 'green',
    nextActionCode: 'continue',
    decision: 'hold',
    addedCodes: ['delivery_owner_absent'],
  },
};

import { abandoned, delivered, failed, retrying } from '../builders/delivery-rows.ts';
import { rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

/** Receivers reject deliveries for good, and some were abandoned after their last retry. */
export const deliveryFailures: Scenario = {
  name: 'delivery-failures',
  description: 'webhook deliveries fail and are abandoned in the last quarter of an hour',
  build: () =>
    rolloutFleet({
      webhooks: [delivered(180), retrying(14, 240), failed(6), abandoned(4)],
      alerts: [delivered(50), failed(1)],
    }),
  deliveries: 'failing',
  expected: {
    status: 'red',
    nextActionCode: 'investigate_delivery_failures',
    decision: 'stop',
    addedCodes: [],
  },
};

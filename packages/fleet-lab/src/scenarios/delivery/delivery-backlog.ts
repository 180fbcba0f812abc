import { delivered, due } from '../builders/delivery-rows.ts';
import { deliverers, monitors, rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

/** Every deliverer was left with its workers switched off: the queues grow and nobody takes from them. */
export const deliveryBacklog: Scenario = {
  name: 'delivery-backlog',
  description: 'due deliveries pile up because no process has delivery workers enabled',
  build: () =>
    rolloutFleet({
      processes: [...monitors(), ...deliverers({ delivery_workers_enabled: 0 })],
      webhooks: [delivered(120), due(260, 420)],
      alerts: [delivered(30), due(45, 390)],
    }),
  deliveries: 'piling-up',
  expected: {
    status: 'amber',
    nextActionCode: 'drain_due_deliveries',
    decision: 'hold',
    addedCodes: ['delivery_owner_absent'],
  },
};

import { delivered, retrying } from '../builders/delivery-rows.ts';
import { rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

const TWO_DAYS = 172_800;
const A_MONTH = 2_592_000;

/** Deliveries that wait for two days and are planned for next month: they are never due, so no backlog shows. */
export const deliveryOverdue: Scenario = {
  name: 'delivery-overdue',
  description: '5,000 webhooks are two days old, and their next attempt is planned in a month',
  build: () =>
    rolloutFleet({
      webhooks: [delivered(240), { ...retrying(5_000, A_MONTH), created_age: TWO_DAYS }],
    }),
  deliveries: 'flowing',
  expected: {
    status: 'green',
    nextActionCode: 'continue',
    decision: 'hold',
    addedCodes: ['delivery_overdue'],
  },
};

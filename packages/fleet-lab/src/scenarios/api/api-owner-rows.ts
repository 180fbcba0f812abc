import { apiFleet } from '../builders/api-rollout.ts';
import { owners } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';
import { HALF } from './api-half-way.ts';

/** A row of dynamic ownership is left where ownership is by locks. */
export const apiOwnerRows: Scenario = {
  name: 'api-owner-rows',
  description: 'ownership is by locks, and jetmon-b still has a row of dynamic ownership',
  build: () => apiFleet({ active: HALF, rows: { jetmon_hosts: owners({}, ['jetmon-b']) } }),
  deliveries: 'none',
  expected: {
    status: 'amber',
    nextActionCode: 'confirm_bucket_ownership',
    decision: 'hold',
    addedCodes: ['owner_rows_beside_locks'],
  },
};

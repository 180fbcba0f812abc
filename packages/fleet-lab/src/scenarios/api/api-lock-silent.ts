import { apiFleet } from '../builders/api-rollout.ts';
import type { Scenario } from '../scenario.ts';
import { HALF } from './api-half-way.ts';

/** A lock stands whatever becomes of its owner: nobody watches the range, and nobody else can take it. */
export const apiLockSilent: Scenario = {
  name: 'api-lock-silent',
  description: 'jetmon-b holds the lock of its range and has been silent for eleven minutes',
  build: () => apiFleet({ active: HALF, monitors: { 'jetmon-b': { updated_at_age: 660 } } }),
  deliveries: 'none',
  expected: {
    status: 'red',
    nextActionCode: 'investigate_stale_processes',
    decision: 'stop',
    addedCodes: ['lock_owner_silent'],
  },
};

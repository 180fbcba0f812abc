import { apiFleet, bucketLocks, rangeLock } from '../builders/api-rollout.ts';
import { rangeOf } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';
import { HALF } from './api-half-way.ts';

/** Part of a range has no bucket locks any more, so nothing keeps another owner from it. */
export const apiLocksDisagree: Scenario = {
  name: 'api-locks-disagree',
  description: 'the range lock of jetmon-c has no bucket locks for its last hundred buckets',
  build: () => {
    const locks = HALF.map((host) => rangeLock(host, rangeOf(host)));
    return apiFleet({
      active: HALF,
      rows: {
        jetpack_monitor_rollout_bucket_locks: locks.map((lock) =>
          bucketLocks(lock, lock.owner_host === 'jetmon-c' ? { bucket_max: lock.bucket_max - 100 } : {}),
        ),
      },
    });
  },
  deliveries: 'none',
  expected: {
    status: 'amber',
    nextActionCode: 'confirm_bucket_ownership',
    decision: 'stop',
    addedCodes: ['lock_bucket_mismatch'],
  },
};

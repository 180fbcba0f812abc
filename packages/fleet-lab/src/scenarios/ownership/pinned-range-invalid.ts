import { BUCKET_TOTAL, deliverers, HOSTS, monitors, rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

/** A slip in the configuration of jetmon-f: its pinned range ends beyond the last bucket. */
export const pinnedRangeInvalid: Scenario = {
  name: 'pinned-range-invalid',
  description: 'jetmon-f is pinned to buckets beyond BUCKET_TOTAL',
  build: () =>
    rolloutFleet({
      processes: [...monitors({ 'jetmon-f': { bucket_max: BUCKET_TOTAL + 999 } }, HOSTS), ...deliverers()],
      owners: [],
      expected_ownership: 'pinned',
    }),
  deliveries: 'flowing',
  expected: {
    status: 'amber',
    nextActionCode: 'confirm_bucket_ownership',
    decision: 'hold',
    addedCodes: ['pinned_range_invalid'],
  },
};

import { deliverers, monitors, owners, rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

/** jetmon-e is being taken out: it finishes its checks while its buckets have no active owner. */
export const draining: Scenario = {
  name: 'draining',
  description: 'jetmon-e drains before a shutdown and still holds its buckets',
  build: () =>
    rolloutFleet({
      processes: [
        ...monitors({ 'jetmon-e': { state: 'stopping', active_checks: 12, queue_depth: 0 } }),
        ...deliverers(),
      ],
      owners: owners({ 'jetmon-e': { status: 'draining' } }),
    }),
  deliveries: 'flowing',
  expected: {
    status: 'red',
    nextActionCode: 'fix_bucket_coverage',
    decision: 'stop',
    addedCodes: ['owner_without_monitor'],
  },
};

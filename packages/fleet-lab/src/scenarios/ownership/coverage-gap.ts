import { HOSTS, owners, rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

/** jetmon-c runs but holds no row in jetmon_hosts: nobody checks the sites in its buckets. */
export const coverageGap: Scenario = {
  name: 'coverage-gap',
  description: 'no host owns the buckets of jetmon-c',
  build: () =>
    rolloutFleet({
      owners: owners(
        {},
        HOSTS.filter((host) => host !== 'jetmon-c'),
      ),
    }),
  deliveries: 'flowing',
  expected: {
    status: 'red',
    nextActionCode: 'fix_bucket_coverage',
    decision: 'stop',
    addedCodes: ['range_mismatch'],
  },
};

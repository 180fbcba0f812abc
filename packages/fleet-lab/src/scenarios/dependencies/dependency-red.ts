import { deliverers, monitors, rolloutFleet } from '../builders/rollout-fleet.ts';
import { verifierTrouble } from '../builders/verifier-trouble.ts';
import type { Scenario } from '../scenario.ts';

/** The European verifier is out of reach for two hosts and slow for a third. */
export const dependencyRed: Scenario = {
  name: 'dependency-red',
  description: 'veriflier:eu times out for two hosts and is slow for a third',
  build: () =>
    rolloutFleet({
      processes: [
        ...monitors({
          'jetmon-a': verifierTrouble('jetmon-a', 'red'),
          'jetmon-d': verifierTrouble('jetmon-d', 'red'),
          'jetmon-f': verifierTrouble('jetmon-f', 'amber'),
        }),
        ...deliverers(),
      ],
    }),
  deliveries: 'flowing',
  expected: {
    status: 'red',
    nextActionCode: 'resolve_red_processes',
    decision: 'stop',
    addedCodes: [],
  },
};

import { deliverers, monitors, rolloutFleet } from '../builders/rollout-fleet.ts';
import { verifierTrouble } from '../builders/verifier-trouble.ts';
import type { Scenario } from '../scenario.ts';

/** Two hosts report the European verifier red and call themselves well all the same. */
export const dependencyRedUnderGreen: Scenario = {
  name: 'dependency-red-under-green',
  description: 'veriflier:eu times out for two hosts, which report green',
  build: () => {
    const troubled = (host: string) => ({ ...verifierTrouble(host, 'red'), health_status: 'green' });
    return rolloutFleet({
      processes: [
        ...monitors({ 'jetmon-a': troubled('jetmon-a'), 'jetmon-d': troubled('jetmon-d') }),
        ...deliverers(),
      ],
    });
  },
  deliveries: 'flowing',
  expected: {
    status: 'green',
    nextActionCode: 'continue',
    decision: 'hold',
    addedCodes: ['dependency_red'],
  },
};

import type { ProcessRow } from '../state/fleet-state.ts';
import { healthyDependencies, withDependency } from './builders/dependency-entries.ts';
import { deliverers, type Host, monitors, rolloutFleet } from './builders/rollout-fleet.ts';
import type { Scenario } from './scenario.ts';

/** The European verifier is out of reach for two hosts and slow for a third. */
export const dependencyRed: Scenario = {
  name: 'dependency-red',
  description: 'veriflier:eu times out for two hosts and is slow for a third',
  build: () =>
    rolloutFleet({
      processes: [
        ...monitors({
          'jetmon-a': troubled('jetmon-a', 'red', 'dial tcp: i/o timeout'),
          'jetmon-d': troubled('jetmon-d', 'red', 'dial tcp: i/o timeout'),
          'jetmon-f': troubled('jetmon-f', 'amber', 'slow response: 2400 ms'),
        }),
        ...deliverers(),
      ],
    }),
  deliveries: 'flowing',
  expected: { status: 'red', nextActionCode: 'resolve_red_processes' },
};

function troubled(host: Host, health: 'amber' | 'red', lastError: string): Partial<ProcessRow> {
  const dependencies = healthyDependencies(host, 'monitor');
  return {
    health_status: health,
    dependency_health: withDependency(dependencies, 'veriflier:eu', health, lastError),
  };
}

import type { Level } from 'fleet-core/contract/level';
import type { ProcessHealthRow } from '../../state/fleet-state.ts';
import { healthyDependencies, withDependency } from './dependency-entries.ts';

/** What changes in a monitor's row while the European verifier troubles it. */
export function verifierTrouble(hostId: string, level: Exclude<Level, 'green'>): Partial<ProcessHealthRow> {
  const lastError = level === 'red' ? 'dial tcp: i/o timeout' : 'slow response: 2400 ms';
  const dependencies = healthyDependencies(hostId, 'monitor');
  return {
    health_status: level,
    dependency_health: withDependency(dependencies, 'veriflier:eu', level, lastError),
  };
}

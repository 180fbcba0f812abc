import type { AgedDependencyEntry } from '../../state/fleet-state.ts';
import { hostVariation } from './host-variation.ts';

const MONITOR_DEPENDENCIES = [
  ['mysql', 2],
  ['wpcom', 60],
  ['veriflier:us-east', 25],
  ['veriflier:eu', 90],
  ['disk:logs', 1],
] as const;
const DELIVERER_DEPENDENCIES = [
  ['mysql', 2],
  ['disk:logs', 1],
] as const;

/** What a process of this type reports about its dependencies while all are well. Latencies differ by host. */
export function healthyDependencies(
  hostId: string,
  processType: 'monitor' | 'deliverer',
): AgedDependencyEntry[] {
  const known = processType === 'monitor' ? MONITOR_DEPENDENCIES : DELIVERER_DEPENDENCIES;
  return known.map(([name, latencyMs]) => ({
    name,
    status: 'green',
    latency_ms: Math.round(latencyMs * (1 + hostVariation(hostId + name))),
    checked_at_age: 3,
  }));
}

/** The same entries, but that the one called `name` has this status and error. */
export function withDependency(
  entries: readonly AgedDependencyEntry[],
  name: string,
  status: string,
  lastError: string,
): AgedDependencyEntry[] {
  return entries.map((entry) => (entry.name === name ? { ...entry, status, last_error: lastError } : entry));
}

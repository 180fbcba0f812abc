import type { DiscoveryMode } from '../../contract/verifliers.ts';
import { byCodePoint, distinctSorted } from '../code-point-order.ts';
import { groupBy } from '../group-by.ts';
import { isMonitor } from '../processes/process-type.ts';
import type { JudgedProcess } from '../processes/processes.ts';

const PREFIX = 'veriflier-discovery:';

/** The mode in a dependency's name, which goes up to a blank: `veriflier-discovery:MODE enabled=2`; undefined in any other. */
export function discoveryMode(dependency: string): string | undefined {
  const name = dependency.trim();
  if (!name.startsWith(PREFIX)) return undefined;
  return name.slice(PREFIX.length).trim().split(/\s/, 1)[0] || undefined;
}

/** The modes that fresh monitors report, by name. */
export function discoveryModes(processes: readonly JudgedProcess[]): DiscoveryMode[] {
  const reported = processes
    .filter(({ process }) => !process.stale && isMonitor(process))
    .flatMap(({ process }) => {
      const modes = process.dependency_health.flatMap(({ name }) => discoveryMode(name) ?? []);
      return distinctSorted(modes).map((mode) => ({ mode, host: process.host_id }));
    });
  return [...groupBy(reported, ({ mode }) => mode)]
    .map(([mode, group]) => ({
      mode,
      process_count: group.length,
      hosts: distinctSorted(group.map(({ host }) => host)),
    }))
    .sort((a, b) => byCodePoint(a.mode, b.mode));
}

import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { countOf, formatCount } from '../../format/count.ts';
import { processCounts } from '../../format/process-counts.ts';

/** The processes in one line: how many there are, of which type, and how many of each health. */
export function processesFact({ summary, processes, process_counts }: FleetSnapshot): string {
  const types = Object.entries(process_counts).map(([type, count]) => countOf(count, type));
  const counts = processCounts(summary).map(([health, count]) => `${formatCount(count)} ${health}`);
  const retired = processes.filter((process) => process.retired).length;
  if (retired > 0) counts.push(`${formatCount(retired)} retired`);
  return [`${countOf(processes.length, 'process', 'processes')}: ${types.join(', ')}`, ...counts].join(' · ');
}

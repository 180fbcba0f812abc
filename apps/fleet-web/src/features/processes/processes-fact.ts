import type { Process } from 'fleet-core/contract/process';
import type { Summary } from 'fleet-core/contract/summary';
import { countOf, formatCount } from '../../format/count.ts';
import { processCounts } from '../../format/process-counts.ts';

/** The processes in one line: how many there are, and how many of each health. */
export function processesFact(summary: Summary, processes: readonly Process[]): string {
  const counts = processCounts(summary).map(([health, count]) => `${formatCount(count)} ${health}`);
  const retired = processes.filter((process) => process.retired).length;
  if (retired > 0) counts.push(`${formatCount(retired)} retired`);
  return [countOf(processes.length, 'process', 'processes'), ...counts].join(' · ');
}

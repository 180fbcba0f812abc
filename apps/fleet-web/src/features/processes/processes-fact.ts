import type { Summary } from 'fleet-core/contract/summary';
import { countOf, formatCount } from '../../format/count.ts';
import { processCounts } from '../../format/process-counts.ts';

/** The processes in one line: how many there are, and how many of each health. */
export function processesFact(summary: Summary, total: number): string {
  const counts = processCounts(summary).map(([health, count]) => `${formatCount(count)} ${health}`);
  return [countOf(total, 'process', 'processes'), ...counts].join(' · ');
}

import type { Summary } from 'fleet-core/contract/summary';
import { countOf, formatCount } from '../../format/count.ts';

/** The processes in one line. A stale process counts as red as well, so that is said in brackets. */
export function processesFact(summary: Summary, total: number): string {
  const { red_processes, stale_processes, amber_processes, green_processes } = summary;
  const red = `${formatCount(red_processes)} red${stale_processes > 0 ? ` (${formatCount(stale_processes)} stale)` : ''}`;
  return `${countOf(total, 'process', 'processes')} · ${red} · ${formatCount(amber_processes)} amber · ${formatCount(green_processes)} healthy`;
}

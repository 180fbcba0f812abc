import type { Summary } from 'fleet-core/contract/summary';

/** How many processes are of each health, the worst first; each is counted once, a stale one as stale alone. */
export function processCounts(summary: Summary): readonly (readonly [health: string, count: number])[] {
  const { stale_processes, red_processes, amber_processes, green_processes } = summary;
  return [
    ['stale', stale_processes],
    ['red', red_processes - stale_processes],
    ['amber', amber_processes],
    ['healthy', green_processes],
  ];
}

import type { Process } from 'fleet-core/contract/process';
import { healthRank, healthWord } from '../health-word.ts';

/** How many processes have one word for their health. */
export type HealthCount = { readonly word: string; readonly count: number };

/** Every word with its count, the worst first. A stale process counts as stale alone, so that the counts add up. */
export function countHealth(processes: readonly Process[]): HealthCount[] {
  const counts = new Map<string, number>();
  for (const process of processes) {
    const word = healthWord(process);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .map(([word, count]) => ({ word, count }))
    .sort((a, b) => healthRank(a.word) - healthRank(b.word) || (a.word < b.word ? -1 : 1));
}

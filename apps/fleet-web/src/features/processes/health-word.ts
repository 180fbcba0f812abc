import type { Process } from 'fleet-core/contract/process';

/** The word of healthy processes in the contract. */
export const HEALTHY = 'green';

/** The word of those that the plan retires: nothing is expected of them. */
export const RETIRED = 'retired';

/** The word that the API gives a process: `retired`, `stale`, else what it last said of itself. */
export function healthWord({ retired, stale, health_status }: Process): string {
  if (retired) return RETIRED;
  if (stale) return 'stale';
  return health_status || 'unknown';
}

/** A word as the page says it. */
export function healthName(word: string): string {
  return word === HEALTHY ? 'healthy' : word;
}

const KNOWN_WORDS = ['stale', 'red', 'amber'];

/** Where a word stands among the others: the API's order, words that this page does not know next, then healthy and retired. */
export function healthRank(word: string): number {
  if (word === RETIRED) return KNOWN_WORDS.length + 2;
  if (word === HEALTHY) return KNOWN_WORDS.length + 1;
  const known = KNOWN_WORDS.indexOf(word);
  return known === -1 ? KNOWN_WORDS.length : known;
}

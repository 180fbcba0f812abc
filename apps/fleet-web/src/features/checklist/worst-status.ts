const RANKS: ReadonlyMap<string, number> = new Map([
  ['green', 0],
  ['amber', 1],
  ['red', 3],
]);

/** A word that nobody here knows may mean anything but well: worse than amber, and less certain than red. */
const UNKNOWN_RANK = 2;

function rank(status: string): number {
  return RANKS.get(status) ?? UNKNOWN_RANK;
}

/** The worst of the statuses, as it was written; green when there are none. */
export function worstStatus(statuses: readonly string[]): string {
  return statuses.reduce((worst, status) => (rank(status) > rank(worst) ? status : worst), 'green');
}

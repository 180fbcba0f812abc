/**
 * How many rows would change place if the held order gave way to the wanted one: those that came, those
 * that went, and the fewest that have to move for the others to stay.
 */
export function rowsMoved(held: readonly string[], wanted: readonly string[]): number {
  const indexes = new Map(wanted.map((key, index) => [key, index]));
  const kept = held.flatMap((key) => indexes.get(key) ?? []);
  const gone = held.length - kept.length;
  const came = wanted.length - kept.length;
  return gone + came + kept.length - longestRise(kept);
}

/** The length of the longest rising subsequence. */
function longestRise(indexes: readonly number[]): number {
  const lastOfLength: number[] = [];
  for (const index of indexes) {
    let low = 0;
    let high = lastOfLength.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lastOfLength[middle] ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    lastOfLength[low] = index;
  }
  return lastOfLength.length;
}

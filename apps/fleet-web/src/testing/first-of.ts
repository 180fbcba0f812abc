/** The first of a list that is known to have one. */
export function firstOf<T>(list: readonly T[]): T {
  for (const first of list) return first;
  throw new Error('the list is empty');
}

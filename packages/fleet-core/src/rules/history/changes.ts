import type { Change } from '../../domain/sampled-fleet.ts';

/** What the values of one list of changes may come to, counted in rows; the last change is kept whatever it has. */
export const MOST_CHANGE_ROWS = 5000;

/**
 * The changes with what stands in this minute, if that is anything new. What changed later than now, by a clock that has
 * been set back since, has no place any more.
 */
export function noteChange<T>(changes: readonly Change<T>[], minute: number, value: T): readonly Change<T>[] {
  const past = changes.at(-1)?.minute ?? minute;
  const kept = past <= minute ? changes : changes.filter((change) => change.minute <= minute);
  const last = kept.at(-1);
  if (last !== undefined && isSame(last.value, value)) return kept;
  const before = last?.minute === minute ? kept.slice(0, -1) : kept;
  return [...before, { minute, value }];
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Without what had already been replaced before `firstMinute`, and without the oldest of too many. */
export function keepChanges<T>(changes: readonly Change<T>[], firstMinute: number): readonly Change<T>[] {
  let from = Math.max(
    0,
    changes.findLastIndex(({ minute }) => minute <= firstMinute),
  );
  let rows = changes.slice(from).reduce((sum, { value }) => sum + rowsOf(value), 0);
  for (const { value } of changes.slice(from, -1)) {
    if (rows <= MOST_CHANGE_ROWS) break;
    rows -= rowsOf(value);
    from += 1;
  }
  return from === 0 ? changes : changes.slice(from);
}

function rowsOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 1;
}

/** A row as the driver gives it. */
export type FoundRow = Readonly<Record<string, unknown>>;

/** A row as it was found, and what was made of it. */
export type Known<T> = { readonly row: FoundRow; readonly value: T };

/** What was made of the rows of one reading, for the next reading of the same table. */
export type KnownRows<T> = {
  /** Begins a reading. What it has found replaces what was known once it is `kept`: rows that are gone are forgotten. */
  begin(): {
    /** What is known of a row that was there the last time with the very same columns and contents. */
    find(name: unknown, row: FoundRow): Known<T> | undefined;
    /** What is known of one that was there with the very same columns. */
    findNear(name: unknown, row: FoundRow): Known<T> | undefined;
    add(name: unknown, row: FoundRow, value: T): void;
    keep(): void;
  };
};

/**
 * Nothing is taken on trust: a row is known only if each of its columns holds what it held, whatever its name or its time
 * of change says.
 */
export function createKnownRows<T>(): KnownRows<T> {
  let last: ReadonlyMap<unknown, Known<T>> = new Map();
  return {
    begin() {
      const found = new Map<unknown, Known<T>>();
      return {
        find(name, row) {
          const known = last.get(name);
          if (known === undefined || !isSame(known.row, row)) return undefined;
          found.set(name, known);
          return known;
        },
        findNear(name, row) {
          const known = last.get(name);
          return known !== undefined && hasSameColumns(known.row, row) ? known : undefined;
        },
        add: (name, row, value) => void found.set(name, { row, value }),
        keep() {
          last = found;
        },
      };
    },
  };
}

function hasSameColumns(one: FoundRow, other: FoundRow): boolean {
  const columns = Object.keys(other);
  if (Object.keys(one).length !== columns.length) return false;
  for (const column of columns) if (!(column in one)) return false;
  return true;
}

/** In loops that make no list of names, since tens of thousands of columns are compared for a snapshot. */
function isSame(one: FoundRow, other: FoundRow): boolean {
  if (one === other) return true;
  let more = 0;
  for (const column in other) {
    if (one[column] !== other[column]) return false;
    more += 1;
  }
  for (const _ in one) more -= 1;
  return more === 0;
}

import type { DependencyEntry } from '../contract/process.ts';
import { inOurForm } from '../domain/instant.ts';

/** What a dependency_health column held: the entries that could be read, and whether that was all of it. */
export type DependencyHealth = {
  readonly entries: DependencyEntry[];
  readonly readable: boolean;
  /** Set where nothing was read because there is more than is read. */
  readonly too_long?: true;
};

/** Room for some 400 entries, which no report of dependencies needs: a list of this length is always read. */
export const LONG_COLUMN = 65_536;

/** A longer list is not read, because it would be sent to every client. */
export const LONGEST_COLUMN = 1_000_000;

/** Entries of a long list: more are short ones, which are longer on their way than in the column. */
export const MOST_ENTRIES = 10_000;

/** What all lists beyond `LONG_COLUMN` may have together. */
export const MOST_IN_LONG_COLUMNS = { characters: 4 * LONGEST_COLUMN, entries: 2 * MOST_ENTRIES };

/** Reads the columns of one table: long ones only until they have as much together as they may. */
export function dependencyHealthReader(): (column: string | null) => DependencyHealth {
  const left = { ...MOST_IN_LONG_COLUMNS };
  return (column) => {
    if (!isLong(column)) return readDependencyHealth(column);
    const { length } = column;
    if (length > left.characters) return TOO_LONG;
    const found = readDependencyHealth(column);
    if (found.entries.length > left.entries) return TOO_LONG;
    left.characters -= length;
    left.entries -= found.entries.length;
    return found;
  };
}

/** Whether what is read of the column hangs on the other columns of its table. */
export function isLong(column: string | null): column is string {
  return column !== null && column.length > LONG_COLUMN;
}

const TOO_LONG: DependencyHealth = { entries: [], readable: false, too_long: true };

/** Reads the column's text. Null and empty mean that nothing was reported, which is not a fault. */
export function readDependencyHealth(column: string | null): DependencyHealth {
  if (column === null || column.trim() === '') return { entries: [], readable: true };
  if (column.length > LONGEST_COLUMN) return TOO_LONG;
  const parsed = parseJson(column);
  if (parsed === null) return { entries: [], readable: true };
  if (!Array.isArray(parsed)) return { entries: [], readable: false };
  if (column.length > LONG_COLUMN && parsed.length > MOST_ENTRIES) return TOO_LONG;
  const entries = parsed.filter(isEntry).map(toEntry);
  return { entries, readable: entries.length === parsed.length };
}

function isEntry(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Lenient about each field, since a wrong latency must not hide a red status. Without a schema: there are
 * several entries for each process, and no other part of a snapshot is read as often.
 */
function toEntry(found: Readonly<Record<string, unknown>>): DependencyEntry {
  const entry: DependencyEntry = {
    name: typeof found.name === 'string' ? found.name : '',
    status: typeof found.status === 'string' ? found.status : '',
  };
  // JSON has no infinity, but 1e999 is read as one.
  if (typeof found.latency_ms === 'number' && Number.isFinite(found.latency_ms))
    entry.latency_ms = found.latency_ms;
  if (typeof found.last_error === 'string') entry.last_error = found.last_error;
  const checkedAt = typeof found.checked_at === 'string' ? inOurForm(found.checked_at) : null;
  if (checkedAt !== null) entry.checked_at = checkedAt;
  if (isEntry(found.details)) entry.details = textsOf(found.details);
  return entry;
}

/** Texts as they are, anything else as JSON. */
function textsOf(details: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
}

function parseJson(column: string): unknown {
  try {
    return JSON.parse(column);
  } catch {
    return undefined;
  }
}

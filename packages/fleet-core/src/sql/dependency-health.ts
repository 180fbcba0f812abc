import type { DependencyEntry } from '../contract/process.ts';
import { inOurForm } from '../domain/instant.ts';

/** What a dependency_health column held: the entries that could be read, and whether that was all of it. */
export type DependencyHealth = { readonly entries: DependencyEntry[]; readonly readable: boolean };

/** Room for some 400 entries. What is longer is no report of dependencies, and would be sent to every client. */
export const LONGEST_COLUMN = 65_536;

/** Reads the column's text. Null and empty mean that nothing was reported, which is not a fault. */
export function readDependencyHealth(column: string | null): DependencyHealth {
  if (column === null || column.trim() === '') return { entries: [], readable: true };
  if (column.length > LONGEST_COLUMN) return { entries: [], readable: false };
  const parsed = parseJson(column);
  if (parsed === null) return { entries: [], readable: true };
  if (!Array.isArray(parsed)) return { entries: [], readable: false };
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
  return entry;
}

function parseJson(column: string): unknown {
  try {
    return JSON.parse(column);
  } catch {
    return undefined;
  }
}

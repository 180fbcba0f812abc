import * as z from 'zod/mini';
import type { DependencyEntry } from '../contract/process.ts';

/** What a dependency_health column held: the entries that could be read, and whether that was all of it. */
export type DependencyHealth = { readonly entries: DependencyEntry[]; readonly readable: boolean };

const text = z.catch(z.optional(z.string()), undefined);

/** Lenient about each field of an entry, since a wrong latency must not hide a red status. */
const Entry = z.object({
  name: z.catch(z.string(), ''),
  status: z.catch(z.string(), ''),
  latency_ms: z.catch(z.optional(z.number()), undefined),
  last_error: text,
  checked_at: text,
});

/** Room for some 400 entries. What is longer is no report of dependencies, and would be sent to every client. */
export const LONGEST_COLUMN = 65_536;

/** Reads the column's text. Null and empty mean that nothing was reported, which is not a fault. */
export function readDependencyHealth(column: string | null): DependencyHealth {
  if (column === null || column.trim() === '') return { entries: [], readable: true };
  if (column.length > LONGEST_COLUMN) return { entries: [], readable: false };
  const parsed = parseJson(column);
  if (parsed === null) return { entries: [], readable: true };
  if (!Array.isArray(parsed)) return { entries: [], readable: false };
  const entries = parsed.map((entry) => Entry.safeParse(entry));
  return {
    entries: entries.flatMap((entry) => (entry.success ? [entry.data] : [])),
    readable: entries.every((entry) => entry.success),
  };
}

function parseJson(column: string): unknown {
  try {
    return JSON.parse(column);
  } catch {
    return undefined;
  }
}

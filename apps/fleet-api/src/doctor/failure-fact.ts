import * as z from 'zod/mini';
import type { DatabaseFailure } from '../database/database-failure.ts';

/** Of rows that are not as they should be, so many are shown. */
const MOST_SHOWN = 3;

/** What failed, with what the server or the driver said of it, in one line. */
export function failureFact({ message, cause }: DatabaseFailure): string {
  if (cause instanceof z.core.$ZodError) return `${message} (${schemaText(cause)})`;
  return cause instanceof Error ? `${message} (${cause.message})` : message;
}

function schemaText({ issues }: z.core.$ZodError): string {
  const shown = issues.slice(0, MOST_SHOWN).map(({ path, message }) => `${placeText(path)}: ${message}`);
  const more = issues.length - shown.length;
  return more > 0 ? `${shown.join('; ')}; and ${more} more` : shown.join('; ');
}

/** `row 3, column version`; rows count from 1. */
function placeText(path: readonly PropertyKey[]): string {
  // A row may be looked at in parts: the last name is the column's.
  const [column] = path.filter((part) => typeof part !== 'number').slice(-1);
  const rows = path.filter((part) => typeof part === 'number').map((row) => `row ${row + 1}`);
  const parts = column === undefined ? rows : [...rows, `column ${String(column)}`];
  return parts.length === 0 ? 'the answer' : parts.join(', ');
}

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

/** `row 3, column version`; rows count from 1, and of nested values the innermost has the column's name. */
function placeText(path: readonly PropertyKey[]): string {
  const row = path.find((part) => typeof part === 'number');
  const column = path.findLast((part) => typeof part === 'string');
  const parts = [
    ...(row === undefined ? [] : [`row ${row + 1}`]),
    ...(column === undefined ? [] : [`column ${column}`]),
  ];
  return parts.length === 0 ? 'the answer' : parts.join(', ');
}

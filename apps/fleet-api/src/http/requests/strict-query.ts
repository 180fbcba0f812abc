import * as z from 'zod/mini';
import { readQuery } from './read-query.ts';

/** Whether an answer that is no yes shall fail as a request: for clients that look at the status alone. */
export const Strict = z.optional(z.enum(['0', '1'], 'it must be 0 or 1'));

export function isStrict(strict: z.infer<typeof Strict>): boolean {
  return strict === '1';
}

const AloneStrict = z.strictObject({ strict: Strict });
/** What else is asked of `/api/fleet` has never changed its answer. */
const AmongOthers = z.object({ strict: Strict });

/** Reads the parameters of an answer that takes no other. Throws `BadQuery`. */
export function readStrictQuery(target: string): boolean {
  return isStrict(readQuery(target, AloneStrict).strict);
}

/** Reads `strict` among parameters of any name. Throws `BadQuery`. */
export function readStrictAmongOthers(target: string): boolean {
  return target.includes('?') && isStrict(readQuery(target, AmongOthers).strict);
}

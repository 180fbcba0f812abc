import * as z from 'zod/mini';
import { BadQuery, readQuery, told } from '../requests/read-query.ts';
import { READY_CHECKS, type ReadyCheck } from './ready-checks.ts';

const Parameters = z.strictObject({
  verbose: z.optional(z.enum(['', '0', '1'], 'it must be 0 or 1')),
  exclude: z.optional(z.string()),
});

export type ReadyQuestion = { readonly verbose: boolean; readonly exclude: readonly ReadyCheck[] };

/** Reads the parameters of `/readyz`: `verbose`, also without a value, and the checks that do not count. Throws `BadQuery`. */
export function readReadyQuery(target: string): ReadyQuestion {
  const { verbose = '0', exclude = '' } = readQuery(target, Parameters);
  return { verbose: verbose !== '0', exclude: exclude.split(',').filter(isGiven).map(checkOf) };
}

function isGiven(word: string): boolean {
  return word !== '';
}

function checkOf(word: string): ReadyCheck {
  const check = READY_CHECKS.find((known) => known === word);
  if (check !== undefined) return check;
  throw new BadQuery(
    `Parameter "exclude": there is no check ${told(word)}, only ${READY_CHECKS.join(', ')}.`,
  );
}

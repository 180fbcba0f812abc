import type { GateCheck, GateCheckCode } from '../../contract/answers/gate.ts';
import type { Closed } from '../../contract/scalars.ts';

/** It holds. */
export function passes(code: GateCheckCode, fact: string): Closed<GateCheck> {
  return { code, ok: true, fact };
}

/** It does not hold. */
export function fails(code: GateCheckCode, fact: string): Closed<GateCheck> {
  return { code, ok: false, fact };
}

/** It cannot be said whether it holds. */
export function unknown(code: GateCheckCode, fact: string): Closed<GateCheck> {
  return { code, ok: null, fact };
}

/** The first of these that is wrong decides; then the first that is not known; what has neither passes. */
export function decideCheck(
  code: GateCheckCode,
  found: { readonly wrong: readonly string[]; readonly notKnown: readonly string[]; readonly well: string },
): Closed<GateCheck> {
  if (found.wrong.length > 0) return fails(code, joined(found.wrong));
  if (found.notKnown.length > 0) return unknown(code, joined(found.notKnown));
  return passes(code, found.well);
}

/** A fact is read by people: of many the first ones, and how many more. */
const MOST_TOLD = 6;

function joined(texts: readonly string[]): string {
  const more = texts.length - MOST_TOLD;
  return more > 0 ? `${texts.slice(0, MOST_TOLD).join('; ')}; and ${more} more` : texts.join('; ');
}

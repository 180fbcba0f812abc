import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Token } from './token.ts';

/**
 * What stands for a token where nobody can type one: a `link` that is good once and for minutes, and the `cookie` that it is
 * exchanged for. Both are signed with what only the holder of the token file knows, so that no store is needed.
 */
type Kind = 'link' | 'cookie';

const LIFE_MS: Readonly<Record<Kind, number>> = { link: 10 * 60_000, cookie: 90 * 24 * 3_600_000 };

/** A pass that is good. */
export type Pass = {
  readonly token: Token;
  readonly issuedMs: number;
  readonly endsMs: number;
  /** Tells it from every other pass. */
  readonly nonce: string;
};

/** Makes a pass of this token: letters, digits, `-`, `_` and `.` alone. */
export function makePass(
  kind: Kind,
  token: Token,
  nowMs: number,
): { readonly text: string; readonly endsMs: number } {
  const endsMs = nowMs + LIFE_MS[kind];
  const said = `${token.passId}.${endsMs.toString(36)}.${randomBytes(16).toString('base64url')}`;
  return { text: `${said}.${sign(kind, token, said)}`, endsMs };
}

/** The pass that this text is, if one of these tokens signed it and it has not ended. */
export function readPass(
  kind: Kind,
  tokens: readonly Token[],
  text: string,
  nowMs: number,
): Pass | undefined {
  const [id = '', ends = '', nonce = '', signature = '', ...more] = text.split('.');
  const token = tokens.find((one) => one.passId === id);
  if (token === undefined || more.length > 0) return undefined;
  const expected = Buffer.from(sign(kind, token, `${id}.${ends}.${nonce}`));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
  const endsMs = Number.parseInt(ends, 36);
  return endsMs > nowMs ? { token, issuedMs: endsMs - LIFE_MS[kind], endsMs, nonce } : undefined;
}

function sign(kind: Kind, { passKey }: Token, said: string): string {
  return createHmac('sha256', passKey).update(`${kind} ${said}`).digest('base64url');
}

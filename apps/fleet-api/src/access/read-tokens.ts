import { type Token, toToken } from './token.ts';

/** What the text of a token file holds, or what is wrong with it, in words that repeat no token. */
export type TokensResult =
  | { readonly ok: true; readonly tokens: readonly Token[] }
  | { readonly ok: false; readonly fault: string };

const LEAST_BITS = 128;
const MOST_TOKENS = 100;
/** Of 22 letters drawn by chance fewer than this many are never different. */
const LEAST_DIFFERENT_LETTERS = 8;
const MAKE_ONE = 'openssl rand -hex 32 makes one';

/** Reads one token a line, `NAME TOKEN`; empty lines and those that begin with # count as none. */
export function readTokens(text: string): TokensResult {
  const tokens: Token[] = [];
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const [name = '', token = '', ...more] = line.trim().split(/\s+/);
    const fault = more.length > 0 ? 'has more than a name and a token' : faultOf(name, token);
    if (fault !== undefined) return { ok: false, fault: `line ${i + 1} ${fault}` };
    const made = toToken(name, token);
    if (tokens.some((other) => other.name === made.name))
      return { ok: false, fault: `line ${i + 1} names ${JSON.stringify(name)} a second time` };
    if (tokens.some((other) => other.digest.equals(made.digest)))
      return { ok: false, fault: `line ${i + 1} has the token of another line: each has its own` };
    tokens.push(made);
  }
  if (tokens.length === 0)
    return { ok: false, fault: `holds no token: write lines such as "anna TOKEN"; ${MAKE_ONE}` };
  if (tokens.length > MOST_TOKENS) return { ok: false, fault: `holds more than ${MOST_TOKENS} tokens` };
  return { ok: true, tokens };
}

function faultOf(name: string, token: string): string | undefined {
  if (token === '') return `must be a name and a token, with a blank between them; ${MAKE_ONE}`;
  if (!/^[\w.@-]{1,64}$/.test(name)) return 'must begin with a name of up to 64 letters, digits and . _ @ -';
  if (!/^[\w.~+/=-]+$/.test(token)) return 'has a token of other letters than A-Z a-z 0-9 - . _ ~ + / =';
  if (bitsOf(token) < LEAST_BITS)
    return `has a token with fewer than ${LEAST_BITS} bits: it can be guessed; ${MAKE_ONE}`;
  if (new Set(token).size < LEAST_DIFFERENT_LETTERS)
    return `has a token that nobody drew by chance: it can be guessed; ${MAKE_ONE}`;
  return undefined;
}

/** How many bits a token of these letters has at most. */
function bitsOf(token: string): number {
  const alphabet = /^\d+$/.test(token) ? 10 : /^[\da-f]+$|^[\dA-F]+$/.test(token) ? 16 : 64;
  return token.length * Math.log2(alphabet);
}

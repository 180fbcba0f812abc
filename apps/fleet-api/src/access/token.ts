import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** A token of the token file, without its text: that is neither kept nor told. */
export type Token = {
  /** Who has it. */
  readonly name: string;
  readonly digest: Buffer;
  /** What passes of this token are signed with: they end when it leaves the file. */
  readonly passKey: Buffer;
  /** Tells whose passes these are, and nothing of the token. */
  readonly passId: string;
};

export function toToken(name: string, text: string): Token {
  const passKey = createHmac('sha256', text).update('fleet pass').digest();
  return { name, digest: digestOf(text), passKey, passId: digestOf(passKey).toString('hex').slice(0, 16) };
}

export function digestOf(secret: string | Buffer): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** The token with this digest. How long the search takes tells nothing of what is sought, nor of where it is found. */
export function findToken(tokens: readonly Token[], digest: Buffer): Token | undefined {
  return tokens.filter((token) => timingSafeEqual(token.digest, digest))[0];
}
